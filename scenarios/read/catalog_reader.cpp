#include "scenarios/read/catalog_reader.hpp"

#include <map>
#include <type_traits>

#include <fmt/format.h>

#include "models/catalog/embedded.hpp"
#include "scenarios/read/catalog_rows.hpp"
#include "scenarios/read/csv_reader.hpp"

namespace verbund::read {
namespace {

/// Calls `table(name, rows)` for every table of the catalog.
template <class Table>
void for_each_table(catalog::Catalog& catalog, Table&& table) {
    table("servers", catalog.servers);
    table("server_trend", catalog.server_trend);
    table("ups", catalog.ups);
    table("cooling", catalog.cooling);
    table("climate_normals", catalog.climate);
    table("grid_emission", catalog.grid_emission);
    table("electricity_price", catalog.electricity_price);
    table("workloads", catalog.workloads);
    table("transactions", catalog.transactions);
    table("profiles", catalog.profiles);
    table("figures", catalog.figures);
    table("districts", catalog.districts);
    table("municipalities", catalog.municipalities);
    table("access_links", catalog.access_links);
}

CsvTable built_in_table(const std::string& name) {
    const std::string file = fmt::format("models/catalog/{}.csv", name);
    const auto text = catalog::embedded_file(file);
    if (!text)
        throw InvalidInput{
            {{{file, 0, 0}, "", "is not built into the program", "Build it with this table."}}};
    return parse_csv(*text, file);
}

/// Transactions of classes that do not exist, or that nobody waits for.
void find_class_without_traffic(const CsvTable& transactions,
                                const std::vector<catalog::WorkloadClass>& workloads, Diagnostics& mistakes) {
    std::map<std::string, const catalog::WorkloadClass*> known;
    std::vector<std::string> ids;
    for (const catalog::WorkloadClass& w : workloads) {
        known.emplace(w.id, &w);
        ids.push_back(w.id);
    }
    CsvReader row{transactions, mistakes};
    while (row.next()) {
        const std::string id = row.text("workload");
        if (id.empty()) continue;  // noted when the row was read
        const auto found = known.find(id);
        if (found == known.end()) {
            const std::string near = nearest_word(id, ids);
            row.mistake("workload", fmt::format("no workload class \"{}\"", id),
                        near.empty() ? "See the table of workload classes."
                                     : fmt::format("Did you mean \"{}\"?", near));
        } else if (!(found->second->interactions_per_seat_hour > 0.0)) {
            row.mistake(
                "workload",
                fmt::format("class \"{}\" has no traffic of people (its interactions_per_seat_hour is "
                            "{} in the table of workload classes)",
                            id, found->second->interactions_per_seat_hour),
                "Remove the row, or give the class interactions.");
        } else if (!(found->second->traffic_kbit_s > 0.0)) {
            row.mistake("workload",
                        fmt::format("class \"{}\" has no traffic (its traffic_kbit_s is {} in the table of "
                                    "workload classes)",
                                    id, found->second->traffic_kbit_s),
                        "Remove the row, or give the class traffic.");
        }
    }
}

template <class Row>
std::vector<Row> read_rows(const CsvTable& table, DecimalSign decimals, Diagnostics& mistakes) {
    std::vector<Row> rows;
    rows.reserve(table.records.size());
    CsvReader reader{
        table, mistakes, {{decimals, "csv: {decimal: comma} or point in the study", {}, {}}, false}};
    while (reader.next()) read_row(reader, rows.emplace_back());
    reader.finish();
    if (rows.empty())
        mistakes.add({{table.file, 1, 0}, "", "the table has no rows", "Add at least one row."});
    return rows;
}

}  // namespace

catalog::Catalog load_catalog(const TableReplacements& replacements, DecimalSign decimals) {
    catalog::Catalog catalog;
    Diagnostics mistakes;
    for_each_table(catalog, [&]<class Row>(const std::string& name, std::vector<Row>& rows) {
        try {
            const auto given = replacements.find(name);
            const bool own = given != replacements.end();
            const CsvTable table = own ? given->second : built_in_table(name);
            rows = read_rows<Row>(table, own ? decimals : DecimalSign::point, mistakes);
            // The built-in rows may name classes that a table of the study leaves out.
            if constexpr (std::is_same_v<Row, catalog::Transaction>) {
                if (given == replacements.end()) return;
                find_class_without_traffic(table, catalog.workloads, mistakes);
            }
        } catch (const InvalidInput& error) {
            for (const Diagnostic& mistake : error.mistakes()) mistakes.add(mistake);
        }
    });
    throw_if_any(mistakes);
    return catalog;
}

std::vector<std::string> catalog_tables() {
    std::vector<std::string> names;
    catalog::Catalog catalog;
    for_each_table(catalog, [&](const std::string& name, const auto&) { names.push_back(name); });
    return names;
}

}  // namespace verbund::read
