#include "models/estate/inventory.hpp"

#include <algorithm>
#include <cmath>
#include <tuple>

namespace verbund::estate {
namespace {

using Groups = std::vector<InventoryGroup>;

/// Groups of one class and kind: [first, last) of the merged groups.
struct ClassRange {
    std::size_t first = 0;
    std::size_t last = 0;
};

auto order_of(const InventoryRow& row) {
    return std::tuple(row.workload, row.physical, -row.vcpu, -row.ram_gb, -row.storage_gb);
}

std::vector<ClassRange> class_ranges(const Groups& groups) {
    std::vector<ClassRange> ranges;
    for (std::size_t i = 0; i < groups.size(); ++i) {
        const bool same = i > 0 && groups[i].workload == groups[i - 1].workload &&
                          groups[i].physical == groups[i - 1].physical;
        if (!same) ranges.push_back({i, i});
        ranges.back().last = i + 1;
    }
    return ranges;
}

/// Servers of a class in a year, per group of the range.
std::vector<int> counts_of(const Groups& groups, ClassRange range, double growth_of_vms) {
    std::vector<double> quotas;
    for (std::size_t i = range.first; i < range.last; ++i)
        quotas.push_back(groups[i].count * (groups[i].physical ? 1.0 : growth_of_vms));
    return round_together(quotas, std::max(1, whole_sum(quotas)));
}

/// Factor on the sizes that makes the class grow by `growth` as a whole.
double size_factor(const Groups& groups, ClassRange range, const std::vector<int>& counts, double growth,
                   double InventoryGroup::*size) {
    double counted = 0.0;
    double now = 0.0;
    for (std::size_t i = range.first; i < range.last; ++i) {
        counted += groups[i].count * (groups[i].*size);
        now += counts[i - range.first] * (groups[i].*size);
    }
    return now > 0.0 ? growth * counted / now : growth;
}

/// Grows the groups of one class.
class ClassOfYear {
public:
    ClassOfYear(const Groups& groups, ClassRange range, const catalog::WorkloadClass& workload,
                const Growth& growth, int years)
        : groups_{groups}, range_{range}, workload_{workload}, growth_{growth}, years_{years} {}

    /// `servers`: counted of the class, both kinds; `seats`: people in the year.
    void add_to(std::vector<VmGroup>& grown_groups, double servers, double seats) const {
        const std::vector<int> counts = counts_of(groups_, range_, grown(growth_.vms));
        const double vcpu =
            size_factor(groups_, range_, counts, grown(growth_.compute), &InventoryGroup::vcpu);
        const double ram =
            size_factor(groups_, range_, counts, grown(growth_.memory), &InventoryGroup::ram_gb);
        for (std::size_t i = range_.first; i < range_.last; ++i) {
            const InventoryGroup& counted = groups_[i];
            const double people = seats * counted.count / servers;
            VmGroup& group = grown_groups.emplace_back();
            group.workload = counted.workload;
            group.physical = counted.physical;
            group.count = counts[i - range_.first];
            group.vcpu = counted.vcpu * vcpu;
            group.ram_gb = counted.ram_gb * ram;
            group.storage_gb = counted.storage_gb * grown(growth_.storage);
            group.cpu_at_peak = workload_.cpu_at_peak;
            group.cpu_floor = workload_.cpu_floor;
            group.traffic_kbit_s = people * workload_.active_share * workload_.traffic_kbit_s *
                                   traffic_factor(workload_, growth_, years_);
            group.interactions_per_hour = people * workload_.interactions_per_seat_hour;
            group.terminal_kbit_s = workload_.terminal ? group.traffic_kbit_s : 0.0;
            group.beside_terminal_kbit_s = workload_.beside_terminal ? group.traffic_kbit_s : 0.0;
        }
    }

private:
    [[nodiscard]] double grown(double rate) const { return std::pow(1.0 + rate, years_); }

    const Groups& groups_;
    ClassRange range_;
    const catalog::WorkloadClass& workload_;
    const Growth& growth_;
    int years_;
};

}  // namespace

std::vector<InventoryGroup> merge_rows(std::vector<InventoryRow> rows) {
    std::erase_if(
        rows, [](const InventoryRow& row) { return row.count == 0; });
    std::sort(rows.begin(), rows.end(),
              [](const InventoryRow& a, const InventoryRow& b) { return order_of(a) < order_of(b); });
    Groups groups;
    for (std::size_t i = 0; i < rows.size();) {
        // Whole counts of equal rows are added before anything is multiplied: no sum hangs on the cut.
        int count = 0;
        const InventoryRow& row = rows[i];
        for (; i < rows.size() && order_of(rows[i]) == order_of(row); ++i) count += rows[i].count;
        const bool same = !groups.empty() && groups.back().workload == row.workload &&
                          groups.back().physical == row.physical && groups.back().vcpu == row.vcpu &&
                          groups.back().ram_gb == row.ram_gb;
        if (!same) groups.push_back({row.workload, row.physical, 0, row.vcpu, row.ram_gb, 0.0});
        groups.back().count += count;
        groups.back().storage_gb += count * row.storage_gb;
    }
    return groups;
}

std::vector<VmGroup> grown_groups(const std::vector<InventoryGroup>& groups, double seats,
                                  const std::vector<catalog::WorkloadClass>& classes, const Growth& growth,
                                  int years) {
    std::vector<double> servers_of_class(classes.size(), 0.0);
    for (const InventoryGroup& group : groups)
        servers_of_class[static_cast<std::size_t>(group.workload)] += group.count;
    std::vector<VmGroup> grown;
    grown.reserve(groups.size());
    for (const ClassRange range : class_ranges(groups)) {
        const auto index = static_cast<std::size_t>(groups[range.first].workload);
        ClassOfYear{groups, range, classes[index], growth, years}.add_to(grown, servers_of_class[index],
                                                                         seats);
    }
    return grown;
}

Estate from_inventory(const std::vector<InventoryRow>& rows, double seats,
                      const std::vector<catalog::WorkloadClass>& classes, const Growth& growth, int as_of,
                      int year) {
    const int years = year - as_of;
    Estate estate;
    estate.seats = seats * std::pow(1.0 + growth.seats, years);
    estate.groups = grown_groups(merge_rows(rows), estate.seats, classes, growth, years);
    for (const VmGroup& gone : estate.groups) {
        if (gone.count > 0) continue;
        const auto heir = std::find_if(estate.groups.begin(), estate.groups.end(), [&](const VmGroup& group) {
            return group.count > 0 && group.workload == gone.workload && group.physical == gone.physical;
        });
        heir->storage_gb += gone.storage_gb;
        heir->traffic_kbit_s += gone.traffic_kbit_s;
        heir->interactions_per_hour += gone.interactions_per_hour;
        heir->terminal_kbit_s += gone.terminal_kbit_s;
        heir->beside_terminal_kbit_s += gone.beside_terminal_kbit_s;
    }
    std::erase_if(estate.groups, [](const VmGroup& group) { return group.count == 0; });
    for (const VmGroup& group : estate.groups) {
        estate.servers += group.count;
        estate.physical_servers += group.physical ? group.count : 0;
    }
    return estate;
}

}  // namespace verbund::estate
