#include "sim/deploy/inventory.hpp"

#include <algorithm>
#include <cmath>

namespace verbund::deploy {
namespace {

std::size_t class_index(const std::vector<catalog::WorkloadClass>& classes, const std::string& id) {
    const auto found = std::find_if(classes.begin(), classes.end(),
                                    [&](const catalog::WorkloadClass& c) { return c.id == id; });
    return static_cast<std::size_t>(found - classes.begin());
}

}  // namespace

estate::Estate inventory_estate(const std::vector<study::InventoryGroup>& rows, double seats,
                                const std::vector<catalog::WorkloadClass>& classes,
                                const estate::Growth& growth, int base_year, int year) {
    const auto grown = [years = year - base_year](double rate) { return std::pow(1.0 + rate, years); };
    estate::Estate out;
    out.seats = seats * grown(growth.seats);
    std::vector<double> servers_of_class(classes.size(), 0.0);
    for (const study::InventoryGroup& row : rows)
        servers_of_class[class_index(classes, row.workload)] += row.count;
    for (const study::InventoryGroup& row : rows) {
        const std::size_t index = class_index(classes, row.workload);
        const catalog::WorkloadClass& c = classes[index];
        const double share = servers_of_class[index] > 0.0 ? row.count / servers_of_class[index] : 0.0;
        const double count_growth = row.physical ? 1.0 : grown(growth.vms);
        estate::VmGroup group;
        group.workload = static_cast<int>(index);
        group.physical = row.physical;
        group.count = static_cast<int>(std::lround(row.count * count_growth));
        group.vcpu = row.vcpu * grown(growth.compute) / count_growth;
        group.ram_gb = row.ram_gb * grown(growth.memory) / count_growth;
        group.storage_gb = row.count * row.storage_gb * grown(growth.storage);
        group.cpu_at_peak = c.cpu_at_peak;
        group.cpu_floor = c.cpu_floor;
        group.traffic_kbit_s = share * out.seats * c.active_share * c.traffic_kbit_s * grown(growth.traffic);
        group.interactions_per_hour = share * out.seats * c.interactions_per_seat_hour;
        out.servers += group.count;
        out.physical_servers += group.physical ? group.count : 0;
        out.groups.push_back(group);
    }
    return out;
}

}  // namespace verbund::deploy
