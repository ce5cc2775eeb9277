#include "scenarios/read/study_tables.hpp"

#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "scenarios/study/checks.hpp"
#include "scenarios/study/field.hpp"

namespace verbund::read {
namespace {

/// A number within limits; zero after a noted mistake.
double number_within(CsvReader& row, std::string_view column, double least, double most) {
    const double value = row.number(column);
    if (value >= least && value <= most) return value;
    row.mistake(column, fmt::format("{} is out of range ({} to {})", value, least, most),
                "Check the value and its unit.");
    return 0.0;
}

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

template <class T, class U>
void fill(std::optional<T>& stated, U value) {
    if (!stated) stated = std::move(value);
}

std::string state_of(CsvReader& row) {
    std::string state = row.name("state");
    const bool valid = state.size() == 2 && state >= "01" && state <= "16" &&
                       state.find_first_not_of("0123456789") == std::string::npos;
    if (!valid)
        row.mistake("state", fmt::format("\"{}\" is no state key (01 to 16)", state),
                    "Keep the leading zero.");
    return state;
}

}  // namespace

std::vector<study::InventoryGroup> read_inventory(const CsvTable& table, const catalog::Catalog& catalog,
                                                  Diagnostics& mistakes) {
    std::vector<study::InventoryGroup> groups;
    CsvReader row{table, mistakes};
    while (row.next()) {
        study::InventoryGroup group;
        group.workload = workload_of(row, catalog);
        group.physical = row.boolean("physical");
        group.count = row.integer("count");
        if (group.count < 0 || group.count > 1'000'000) {
            row.mistake("count", fmt::format("{} is out of range (0 to 1000000)", group.count),
                        "Check the value.");
        }
        group.vcpu = number_within(row, "vcpu", 0.1, 4096.0);
        group.ram_gb = number_within(row, "ram_gb", 0.01, 100'000.0);
        group.storage_gb = number_within(row, "storage_gb", 0.0, 1e8);
        group.at = {table.file, table.records[groups.size()].line, 0};
        groups.push_back(std::move(group));
    }
    row.finish();
    if (groups.empty())
        mistakes.add({{table.file, 1, 0}, "", "the inventory has no rows", "Add at least one."});
    return groups;
}

void read_administrations(const CsvTable& table, std::map<study::Id, study::Administration>& administrations,
                          Diagnostics& mistakes) {
    std::set<std::string> seen;
    CsvReader row{table, mistakes};
    while (row.next()) {
        const std::string id = row.name("id");
        if (auto problem = study::check_key(study::KeyRule::id, id))
            row.mistake("id", problem->problem, problem->remedy);
        if (!seen.insert(id).second)
            row.mistake("id", fmt::format("\"{}\" appears twice", id), "Remove one row.");
        study::Administration& administration = administrations[id];
        fill(administration.name, row.name("name"));
        fill(administration.state, state_of(row));
        fill(administration.at,
             Place{number_within(row, "lat", -90.0, 90.0), number_within(row, "lon", -180.0, 180.0)});
        fill(administration.population, number_within(row, "population", 1.0, 2e7));
        if (row.has("seats") && !row.text("seats").empty()) {
            fill(administration.seats, number_within(row, "seats", 1.0, 1e6));
        }
    }
    row.finish();
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
