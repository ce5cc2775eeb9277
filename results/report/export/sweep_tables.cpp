#include "results/report/export/sweep_tables.hpp"

#include <algorithm>
#include <memory>
#include <type_traits>
#include <variant>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "results/report/export/export_cells.hpp"

namespace verbund::report {
namespace {

using outcome::SweepRun;
using store::SweepFile;
using Cells = std::vector<ExportCell>;

/// The values of some cases next to each other, of all outcomes: rows of `cases` come in their order.
class CaseBlock {
public:
    explicit CaseBlock(const SweepFile& sweep)
        : sweep_{sweep},
          case_size_{sweep.run().variants.size() * sweep.run().years.size()},
          block_{std::max<std::size_t>(1, most_values / case_size_)} {}

    /// `at` counts within the case, over variants and years.
    [[nodiscard]] double value(std::size_t outcome, std::size_t number, std::size_t at) {
        if (values_.empty() || number < first_ || number >= first_ + count_) load(number);
        return values_[outcome][(number - first_) * case_size_ + at];
    }

private:
    static constexpr std::size_t most_values = std::size_t{1} << 16U;  // of an outcome: a chunk of the file

    void load(std::size_t number) {
        first_ = number - number % block_;
        count_ = std::min(block_, sweep_.cases() - first_);
        values_.resize(sweep_.outcomes().size());
        for (std::size_t o = 0; o < values_.size(); ++o) values_[o] = sweep_.values(o, first_, count_);
    }

    const SweepFile& sweep_;
    std::size_t case_size_;
    std::size_t block_;
    std::size_t first_ = 0;
    std::size_t count_ = 0;
    std::vector<std::vector<double>> values_;
};

ExportCell case_cell(const store::CaseColumn& column, std::size_t number) {
    return std::visit(
        [number](const auto& values) -> ExportCell {
            if constexpr (std::is_same_v<std::decay_t<decltype(values)>, std::vector<std::string>>)
                return std::string_view{values[number]};
            else
                return std::int64_t{values[number]};
        },
        column.values);
}

ExportTable cases_table(const SweepFile& sweep) {
    const SweepRun& run = sweep.run();
    ExportTable table{"cases", {"case"}, sweep.cases() * run.variants.size() * run.years.size(), {}};
    for (const store::CaseColumn& column : sweep.case_columns()) table.header.push_back(column.name);
    table.header.insert(table.header.end(), {"variant", "year"});
    for (const store::StoredOutcome& outcome : sweep.outcomes())
        table.header.push_back(with_unit(outcome.name, outcome.unit));
    table.fill = [&sweep, &run, block = std::make_shared<CaseBlock>(sweep)](std::size_t row, Cells& cells) {
        const std::size_t years = run.years.size();
        const std::size_t case_size = run.variants.size() * years;
        const std::size_t number = row / case_size;
        const std::size_t at = row % case_size;
        cells.emplace_back(static_cast<std::int64_t>(number));
        for (const store::CaseColumn& column : sweep.case_columns())
            cells.push_back(case_cell(column, number));
        cells.emplace_back(std::string_view{run.variants[at / years]});
        cells.emplace_back(std::int64_t{run.years[at % years]});
        for (std::size_t o = 0; o < sweep.outcomes().size(); ++o)
            cells.push_back(number_cell(block->value(o, number, at)));
    };
    return table;
}

/// The values of the listed keys, a row for each combination.
ExportTable combinations_table(const SweepRun& run) {
    ExportTable table{"combinations", {"combination"}, run.combinations.size(), {}};
    table.header.insert(table.header.end(), run.listed_keys.begin(), run.listed_keys.end());
    table.fill = [&run](std::size_t row, Cells& cells) {
        cells.emplace_back(static_cast<std::int64_t>(row));
        for (const std::string& value : run.combinations[row]) cells.emplace_back(std::string_view{value});
    };
    return table;
}

/// The quantile of every group, a row for each draw.
ExportTable draws_table(const SweepRun& run) {
    ExportTable table{"draws", {"draw"}, run.draws, {}};
    table.header.insert(table.header.end(), run.groups.begin(), run.groups.end());
    table.fill = [&run](std::size_t row, Cells& cells) {
        cells.emplace_back(static_cast<std::int64_t>(row));
        for (std::size_t g = 0; g < run.groups.size(); ++g)
            cells.push_back(number_cell(run.quantiles[row * run.groups.size() + g]));
    };
    return table;
}

template <class Row>
void add_rows(std::vector<ExportTable>& tables, const std::vector<Row>& rows) {
    static const outcome::Run no_names;
    const outcome::Table<Row>& described = outcome::table_of<Row>();
    if (rows.empty() && !described.always) return;
    ExportTable table{described.name, {}, rows.size(), {}};
    add_headers<Row>(table.header);
    table.fill = [&rows](std::size_t row, Cells& cells) {
        for (const outcome::Column<Row>& column : outcome::columns_of<Row>())
            cells.push_back(column_cell(no_names, column, rows[row]));
    };
    tables.push_back(std::move(table));
}

}  // namespace

std::vector<ExportTable> export_tables(const SweepFile& sweep, const std::vector<std::string>& only) {
    const SweepRun& run = sweep.run();
    std::vector<ExportTable> tables;
    if (!run.listed_keys.empty()) tables.push_back(combinations_table(run));
    if (run.draws > 0) tables.push_back(draws_table(run));
    add_rows(tables, run.drawn_keys);
    add_rows(tables, run.bands);
    add_rows(tables, run.sensitivities);
    add_rows(tables, run.chances);
    add_rows(tables, run.pairs);
    add_rows(tables, run.tornado);
    add_rows(tables, run.failed);
    tables.push_back(cases_table(sweep));
    return only_those(std::move(tables), only);
}

CoverLines cover_of(const SweepFile& sweep) {
    const SweepRun& run = sweep.run();
    return {
        {"Titel", run.title},
        {"Frage", run.question},
        {"Varianten", fmt::format("{}", fmt::join(run.variants, ", "))},
        {"Jahre", fmt::format("{}-{}", run.years.front(), run.years.back())},
        {"Fälle", std::to_string(sweep.cases())},
        {"Ziehungen", std::to_string(run.draws)},
        {"Programm", fmt::format("verbund {} ({})", run.program_version, run.program_commit)},
        {"Startwert", std::to_string(run.seed)},
        {"SHA-256 der Studie", run.study_sha256},
        {"Wiederholen",
         "verbund sweep STUDIE.yaml -o ORDNER, dann: verbund export ORDNER/sweep.h5 --xlsx DATEI.xlsx. "
         "Gleiche Studie, gleicher Startwert und gleiches Programm ergeben dieselben Zahlen."},
        {"Lesen",
         "Jede Größe steht mit ihrer Einheit in der Kopfzeile; leere Zellen bedeuten: nicht anwendbar. Jahr "
         "0 heißt: über alle Jahre. Das Blatt cases hat eine Zeile je Fall, Variante und Jahr."}};
}

}  // namespace verbund::report
