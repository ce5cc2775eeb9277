#include "scenarios/read/import/inventory.hpp"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "scenarios/read/import/csv_reader.hpp"

namespace verbund::read {
namespace {

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

}  // namespace

std::vector<study::InventoryGroup> read_inventory(const CsvTable& table, const catalog::Catalog& catalog,
                                                  DecimalSign decimals, Diagnostics& mistakes) {
    std::vector<study::InventoryGroup> groups;
    CsvReader row{table,
                  mistakes,
                  {{decimals,
                    "csv: {decimal: comma} or point in the study",
                    {"count", "vcpu", "ram_gb", "storage_gb"},
                    {}},
                   true}};
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

}  // namespace verbund::read
