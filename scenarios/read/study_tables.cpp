#include "scenarios/read/study_tables.hpp"

#include <algorithm>
#include <set>
#include <utility>

#include <fmt/format.h>

#include "scenarios/read/csv_reader.hpp"
#include "scenarios/study/checks.hpp"
#include "scenarios/study/field.hpp"

namespace verbund::read {
namespace {

constexpr const char* decimal_option = "csv: {decimal: comma} or point in the study";

std::string workload_of(CsvReader& row, const catalog::Catalog& catalog) {
    std::string id = row.name("workload");
    std::vector<std::string> known;
    for (const catalog::WorkloadClass& workload : catalog.workloads) known.push_back(workload.id);
    if (id.empty() || std::find(known.begin(), known.end(), id) != known.end()) return id;
    const std::string near = nearest_word(id, known);
    row.mistake("workload", fmt::format("no workload class \"{}\"", id),
                (near.empty() ? "" : fmt::format("Did you mean \"{}\"? ", near)) +
                    "`verbund catalog workloads` lists all.");
    return id;
}

/// A row of a table of administrations, as far as it could be read.
class AdministrationRow {
public:
    AdministrationRow(CsvReader& row, const CsvTable& table, study::Administration& administration,
                      std::string path, study::KeyPlaces& places)
        : row_{row}, table_{table}, administration_{administration}, path_{std::move(path)}, places_{places} {
        place("", "id");
    }

    void read() {
        const std::string name = row_.name("name");
        if (!administration_.name) administration_.name = name;
        fill("state", "state", administration_.state, row_.state("state"));
        const auto lat = row_.number_within("lat", -90.0, 90.0);
        const auto lon = row_.number_within("lon", -180.0, 180.0);
        fill("at", "lat", administration_.at, lat && lon ? std::optional{Place{*lat, *lon}} : std::nullopt);
        fill("population", "population", administration_.population,
             row_.number_within("population", 1.0, 2e7));
        if (!row_.has("seats") || row_.text("seats").empty()) return;
        fill("seats", "seats", administration_.seats, row_.number_within("seats", 1.0, 1e6));
    }

private:
    /// Fills what the study leaves open, and notes where the value stands or that it could not be read.
    template <class T>
    void fill(const std::string& key, const std::string& column, std::optional<T>& stated,
              std::optional<T> value) {
        if (stated) return;
        place("." + key, column);
        if (!value) places_.mark_broken(path_ + "." + key);
        stated = std::move(value);
    }

    void place(const std::string& below, const std::string& column) {
        if (!places_.given(path_ + below))
            places_.put(path_ + below, {{table_.file, row_.line(), 0}, column});
    }

    CsvReader& row_;
    const CsvTable& table_;
    study::Administration& administration_;
    std::string path_;
    study::KeyPlaces& places_;
};

}  // namespace

std::vector<study::InventoryGroup> read_inventory(const CsvTable& table, const catalog::Catalog& catalog,
                                                  DecimalSign decimals, Diagnostics& mistakes) {
    std::vector<study::InventoryGroup> groups;
    CsvReader row{
        table, mistakes, {{decimals, decimal_option, {"count", "vcpu", "ram_gb", "storage_gb"}, {}}, true}};
    while (row.next()) {
        study::InventoryGroup group;
        group.workload = workload_of(row, catalog);
        group.physical = row.boolean("physical");
        group.count = row.integer_within("count", 0, 1'000'000).value_or(0);
        group.vcpu = row.number_within("vcpu", 0.1, 4096.0).value_or(0.0);
        group.ram_gb = row.number_within("ram_gb", 0.01, 100'000.0).value_or(0.0);
        group.storage_gb = row.number_within("storage_gb", 0.0, 1e8).value_or(0.0);
        group.at = {table.file, row.line(), 0};
        groups.push_back(std::move(group));
    }
    row.finish();
    if (groups.empty())
        mistakes.add({{table.file, 1, 0}, "", "the inventory has no rows", "Add at least one."});
    return groups;
}

void read_administrations(const CsvTable& table, DecimalSign decimals,
                          std::map<study::Id, study::Administration>& administrations,
                          study::KeyPlaces& places, Diagnostics& mistakes) {
    std::set<std::string> seen;
    CsvReader row{table,
                  mistakes,
                  {{decimals, decimal_option, {"lat", "lon", "population", "seats"}, {"lat", "lon"}}, true}};
    while (row.next()) {
        const std::string id = row.name("id");
        const auto problem = study::check_key(study::KeyRule::id, id);
        const bool repeated = !problem && !seen.insert(id).second;
        if (problem && !id.empty()) row.mistake("id", problem->problem, problem->remedy);
        if (repeated) row.mistake("id", fmt::format("\"{}\" appears twice", id), "Remove one row.");
        study::Administration unnamed;
        study::Administration& administration = problem || repeated ? unnamed : administrations[id];
        AdministrationRow{row, table, administration, "territory.administrations." + id, places}.read();
    }
    row.finish();
    if (table.records.empty())
        mistakes.add({{table.file, 1, 0}, "", "the table has no rows", "Add at least one."});
}

void note_workload_cells(const CsvTable& table, study::KeyPlaces& places) {
    const auto id = std::find(table.header.begin(), table.header.end(), "id") - table.header.begin();
    for (const CsvRecord& record : table.records) {
        const std::string& workload = record.cells.at(static_cast<std::size_t>(id));
        for (const std::string& column : table.header) {
            places.put(study::workload_cell_path(workload, column), {{table.file, record.line, 0}, column});
        }
    }
}

}  // namespace verbund::read
