#include "results/report/export/export_tables.hpp"

#include <algorithm>
#include <memory>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "models/base/diagnostics.hpp"
#include "results/outcome/outcome.hpp"
#include "results/report/export/export_cells.hpp"
#include "results/report/export/series_tables.hpp"
#include "results/report/place_names.hpp"
#include "results/report/sentences/told.hpp"

namespace verbund::report {
namespace {

using outcome::Column;
using outcome::ColumnRole;
using outcome::Run;
using Cells = std::vector<ExportCell>;

ExportTable summary_table(const Run& run) {
    ExportTable table{"summary", {"variant", "year"}, run.summary.size(), {}};
    add_headers<outcome::VariantYear>(table.header);
    table.fill = [&run](std::size_t row, Cells& cells) {
        cells.emplace_back(std::string_view{run.variants[row / run.years.size()].id});
        cells.emplace_back(std::int64_t{run.years[row % run.years.size()]});
        for (const auto& column : outcome::columns_of<outcome::VariantYear>())
            cells.push_back(column_cell(run, column, run.summary[row]));
    };
    return table;
}

/// A table over variant, year and named things; `things` describe themselves in columns before the metrics.
template <class Named, class Row>
ExportTable thing_table(std::string_view name, const std::string& thing, const Run& run,
                        const std::vector<Named>& things, const std::vector<Row>& rows) {
    ExportTable table{name, {"variant", "year"}, rows.size(), {}};
    for (const Column<Named>& column : outcome::columns_of<Named>()) {
        const std::string title = column.name == "id" ? thing : fmt::format("{}_{}", thing, column.name);
        table.header.push_back(with_unit(title, column.unit));
    }
    add_headers<Row>(table.header);
    table.fill = [&run, &things, &rows](std::size_t row, Cells& cells) {
        const std::size_t index = row / things.size();
        cells.emplace_back(std::string_view{run.variants[index / run.years.size()].id});
        cells.emplace_back(std::int64_t{run.years[index % run.years.size()]});
        for (const Column<Named>& column : outcome::columns_of<Named>())
            cells.push_back(column_cell(run, column, things[row % things.size()]));
        for (const Column<Row>& column : outcome::columns_of<Row>())
            cells.push_back(column_cell(run, column, rows[row]));
    };
    return table;
}

using SharedTellers = std::shared_ptr<const Tellers>;

template <class Row>
void add_named_cell(const PlaceNames& names, const Column<Row>& column, const Row& row, Cells& cells) {
    if (column.role == ColumnRole::place)
        cells.emplace_back(names.of(row.*std::get<std::string Row::*>(column.member)));
}

template <class Row>
ExportTable row_table(const outcome::Table<Row>& described, const Run& run, const SharedTellers& tellers,
                      const std::vector<Row>& rows) {
    ExportTable table{described.name, {}, rows.size(), {}};
    for (const Column<Row>& column : described.columns) {
        table.header.push_back(with_unit(column.name, column.unit));
        if (column.role == ColumnRole::place) table.header.push_back(fmt::format("{}_name", column.name));
    }
    if constexpr (Told<Row>) table.header.insert(table.header.end(), {told_german, told_english});
    table.fill = [&run, &rows, tellers](std::size_t row, Cells& cells) {
        for (const Column<Row>& column : outcome::columns_of<Row>()) {
            cells.push_back(column_cell(run, column, rows[row]));
            add_named_cell(tellers->german.names, column, rows[row], cells);
        }
        if constexpr (Told<Row>) {
            cells.emplace_back(sentence(rows[row], tellers->german));
            cells.emplace_back(sentence(rows[row], tellers->english));
        }
    };
    return table;
}

std::vector<ExportTable> all_tables(const Run& run) {
    const auto tellers = std::make_shared<const Tellers>(run);
    std::vector<ExportTable> tables{
        summary_table(run),
        thing_table("centers", "center", run, run.centers, run.yearly),
        thing_table("administrations", "administration", run, run.administrations, run.administration),
        thing_table("links", "link", run, run.links, run.link_loads),
        hourly_table(run),
        duration_table(run)};
    outcome::for_each_table(run, [&](const auto& table, const auto& rows) {
        if (table.always || !rows.empty()) tables.push_back(row_table(table, run, tellers, rows));
    });
    return tables;
}

void require_table(const std::vector<ExportTable>& tables, const std::string& wanted) {
    const auto is_wanted = [&](const ExportTable& table) { return table.name == wanted; };
    if (std::any_of(tables.begin(), tables.end(), is_wanted)) return;
    std::vector<std::string_view> names;
    for (const ExportTable& table : tables) names.push_back(table.name);
    throw RunFailed{
        fmt::format("no table \"{}\" in these results (there are: {})", wanted, fmt::join(names, ", "))};
}

}  // namespace

std::vector<ExportTable> only_those(std::vector<ExportTable> tables, const std::vector<std::string>& names) {
    if (names.empty()) return tables;
    for (const std::string& name : names) require_table(tables, name);
    std::erase_if(tables, [&](const ExportTable& table) {
        return std::find(names.begin(), names.end(), table.name) == names.end();
    });
    return tables;
}

std::vector<ExportTable> export_tables(const Run& run, const std::vector<std::string>& only) {
    return only_those(all_tables(run), only);
}

RowCounter::RowCounter(const std::vector<ExportTable>& tables, const ExportProgress& progress)
    : progress_{progress} {
    for (const ExportTable& table : tables) all_ += table.rows;
}

void RowCounter::add_row(std::string_view table) {
    constexpr std::size_t told_every = 4096;
    if (++done_ % told_every == 0 && progress_)
        progress_(static_cast<double>(done_) / static_cast<double>(all_), table);
}

}  // namespace verbund::report
