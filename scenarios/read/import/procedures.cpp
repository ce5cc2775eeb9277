#include "scenarios/read/import/procedures.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include <fmt/format.h>

#include "scenarios/read/import/csv_reader.hpp"

namespace verbund::read {
namespace {

std::string kind_of(CsvReader& row, const catalog::Catalog& catalog) {
    std::string id = row.name("kind");
    std::vector<std::string> known;
    for (const catalog::ProcedureKind& kind : catalog.procedures) known.push_back(kind.id);
    if (id.empty() || std::find(known.begin(), known.end(), id) != known.end()) return id;
    const std::string near = nearest_word(id, known);
    row.mistake("kind", fmt::format("no kind of procedure \"{}\"", id),
                (near.empty() ? "" : fmt::format("Did you mean \"{}\"? ", near)) +
                    "`verbund catalog procedures` lists all.");
    return id;
}

/// Names of a cell, parted by semicolons; none where the table lacks the column.
std::vector<std::string> names_in(CsvReader& row, std::string_view column) {
    std::vector<std::string> names;
    if (!row.has(column)) return names;
    const std::string cell = row.text(column);
    for (std::size_t from = 0; from < cell.size();) {
        const std::size_t end = std::min(cell.find(';', from), cell.size());
        const std::size_t first = cell.find_first_not_of(' ', from);
        if (first < end) names.push_back(cell.substr(first, cell.find_last_not_of(' ', end - 1) + 1 - first));
        from = end + 1;
    }
    return names;
}

std::optional<bool> critical_of(CsvReader& row) {
    if (!row.has("critical") || row.text("critical").empty()) return std::nullopt;
    return row.boolean("critical");
}

/// What a client pays for a year; an empty cell is nothing.
MoneyRate price_of(CsvReader& row, std::string_view column) {
    if (!row.has(column) || row.text(column).empty()) return {};
    const MoneyRate price = row.quantity<MoneyRate>(column).value_or(MoneyRate{});
    if (price < MoneyRate{})
        row.mistake(column, fmt::format("{} is below zero", row.text(column)),
                    "Write what a client pays, for example \"1200 EUR/a\".");
    return price;
}

}  // namespace

std::vector<study::ListedProcedure> read_procedures(const CsvTable& table, const catalog::Catalog& catalog,
                                                    DecimalSign decimals, Diagnostics& mistakes) {
    constexpr double most_servers = 10'000.0;
    std::vector<study::ListedProcedure> procedures;
    CsvReader row{
        table, mistakes, {{decimals, "csv: {decimal: comma} or point in the study", {"servers"}, {}}, true}};
    while (row.next()) {
        study::ListedProcedure procedure;
        procedure.name = row.name("procedure");
        procedure.kind = kind_of(row, catalog);
        procedure.servers = row.number_within("servers", 0.0, most_servers).value_or(0.0);
        procedure.who = names_in(row, "who");
        procedure.critical = critical_of(row);
        procedure.run_by = names_in(row, "run_by");
        procedure.licence = price_of(row, "licence");
        procedure.provider_fee = price_of(row, "provider_fee");
        procedure.at = {table.file, row.line(), 0};
        procedures.push_back(std::move(procedure));
    }
    row.finish();
    if (procedures.empty())
        mistakes.add({{table.file, 1, 0}, "", "the list of procedures has no rows", "Add at least one."});
    return procedures;
}

}  // namespace verbund::read
