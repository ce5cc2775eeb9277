#include "results/report/export_tables.hpp"

#include <cmath>
#include <memory>

#include <fmt/format.h>

#include "results/outcome/columns.hpp"
#include "results/report/place_names.hpp"
#include "results/report/style.hpp"

namespace verbund::report {
namespace {

using outcome::Column;
using outcome::ColumnRole;
using outcome::Metric;
using outcome::MetricKind;
using outcome::Run;
using Cells = std::vector<ExportCell>;

std::string with_unit(std::string_view name, std::string_view udunits) {
    const std::string_view unit = display_unit(udunits);
    return unit.empty() ? std::string{name} : fmt::format("{} [{}]", name, unit);
}

ExportCell number_cell(double value) {
    return std::isfinite(value) ? ExportCell{value} : ExportCell{std::monostate{}};
}

template <class Row>
ExportCell metric_cell(const Metric<Row>& metric, const Row& row) {
    const double value = metric.get(row);
    return metric.kind == MetricKind::resource
               ? ExportCell{outcome::resource_id(outcome::resource_from_code(value))}
               : number_cell(value);
}

template <class Row>
void add_metric_headers(std::vector<std::string>& header, const std::vector<Metric<Row>>& metrics) {
    for (const Metric<Row>& metric : metrics) {
        header.push_back(with_unit(metric.name, metric.unit));
    }
}

/// The id in the run's own tables that an index stands for.
std::string_view named(const Run& run, ColumnRole role, std::int32_t index) {
    const auto at = static_cast<std::size_t>(index);
    if (role == ColumnRole::administration) return run.administrations.at(at).id;
    if (role == ColumnRole::transaction && index < 0) return "all";
    if (role == ColumnRole::transaction) return run.transactions.at(at).id;
    return run.variants.at(at).id;
}

template <class Row>
ExportCell column_cell(const Run& run, const Column<Row>& column, const Row& row) {
    return std::visit(
        [&](auto pointer) -> ExportCell {
            const auto& value = row.*pointer;
            using Value = std::decay_t<decltype(value)>;
            if constexpr (std::is_same_v<Value, double>) {
                return number_cell(value);
            } else if constexpr (std::is_same_v<Value, Resource>) {
                return outcome::resource_id(value);
            } else if constexpr (std::is_same_v<Value, bool>) {
                return std::string_view{value ? "yes" : "no"};
            } else if constexpr (std::is_same_v<Value, std::string>) {
                return std::string_view{value};
            } else if (column.role != ColumnRole::plain) {
                return std::string_view{named(run, column.role, value)};
            } else {
                return std::int64_t{value};
            }
        },
        column.member);
}

ExportTable summary_table(const Run& run) {
    ExportTable table{"summary", {"variant", "year"}, run.summary.size(), {}};
    add_metric_headers(table.header, outcome::summary_metrics());
    table.fill = [&run](std::size_t row, Cells& cells) {
        cells.emplace_back(std::string_view{run.variants[row / run.years.size()].id});
        cells.emplace_back(std::int64_t{run.years[row % run.years.size()]});
        for (const auto& metric : outcome::summary_metrics()) {
            cells.push_back(metric_cell(metric, run.summary[row]));
        }
    };
    return table;
}

/// A table over variant, year and named things; `things` describe themselves in columns before the metrics.
template <class Named, class Row>
ExportTable thing_table(std::string_view name, const std::string& thing, const Run& run,
                        const std::vector<Named>& things, const std::vector<Row>& rows,
                        const std::vector<Metric<Row>>& metrics) {
    ExportTable table{name, {"variant", "year"}, rows.size(), {}};
    for (const Column<Named>& column : outcome::columns_of<Named>()) {
        const std::string title = column.name == "id" ? thing : fmt::format("{}_{}", thing, column.name);
        table.header.push_back(with_unit(title, column.unit));
    }
    add_metric_headers(table.header, metrics);
    table.fill = [&run, &things, &rows, &metrics](std::size_t row, Cells& cells) {
        const std::size_t index = row / things.size();
        cells.emplace_back(std::string_view{run.variants[index / run.years.size()].id});
        cells.emplace_back(std::int64_t{run.years[index % run.years.size()]});
        for (const Column<Named>& column : outcome::columns_of<Named>()) {
            cells.push_back(column_cell(run, column, things[row % things.size()]));
        }
        for (const Metric<Row>& metric : metrics) {
            cells.push_back(metric_cell(metric, rows[row]));
        }
    };
    return table;
}

using SharedNames = std::shared_ptr<const PlaceNames>;

/// A column of ids of sites or administrations.
template <class Row>
bool is_place(const Column<Row>& column) {
    return column.role == ColumnRole::plain && (column.name == "site" || column.name == "administration");
}

template <class Row>
void add_named_cell(const PlaceNames& names, const Column<Row>& column, const Row& row, Cells& cells) {
    if (is_place(column)) {
        cells.emplace_back(names.of(row.*std::get<std::string Row::*>(column.member)));
    }
}

template <class Row>
ExportTable row_table(std::string_view name, const Run& run, const SharedNames& names,
                      const std::vector<Row>& rows) {
    ExportTable table{name, {}, rows.size(), {}};
    for (const Column<Row>& column : outcome::columns_of<Row>()) {
        table.header.push_back(with_unit(column.name, column.unit));
        if (is_place(column)) {
            table.header.push_back(fmt::format("{}_name", column.name));
        }
    }
    table.fill = [&run, &rows, names](std::size_t row, Cells& cells) {
        for (const Column<Row>& column : outcome::columns_of<Row>()) {
            cells.push_back(column_cell(run, column, rows[row]));
            add_named_cell(*names, column, rows[row], cells);
        }
    };
    return table;
}

}  // namespace

std::vector<ExportTable> export_tables(const Run& run) {
    const auto names = std::make_shared<const PlaceNames>(run, Style{});
    std::vector<ExportTable> tables{
        summary_table(run),
        thing_table("centers", "center", run, run.centers, run.yearly, outcome::site_metrics()),
        thing_table("administrations", "administration", run, run.administrations, run.administration,
                    outcome::administration_metrics()),
        thing_table("links", "link", run, run.links, run.link_loads, outcome::link_metrics()),
        row_table("build", run, names, run.build_steps),
        row_table("bottlenecks", run, names, run.bottlenecks),
        row_table("findings", run, names, run.findings),
        row_table("refusals", run, names, run.refusals),
        row_table("assumptions", run, names, run.assumptions)};
    outcome::for_each_event_table(run, [&](const char* name, const auto& rows) {
        if (!rows.empty()) tables.push_back(row_table(name, run, names, rows));
    });
    return tables;
}

}  // namespace verbund::report
