#pragma once

#include <vector>

#include "models/estate/estate.hpp"

/// Estate of an administration that has counted its servers.
namespace verbund::estate {

/// Identical servers as counted.
struct InventoryRow {
    int workload = 0;  ///< index into the workload classes
    bool physical = false;
    int count = 0;
    double vcpu = 0.0;        ///< per server
    double ram_gb = 0.0;      ///< per server
    double storage_gb = 0.0;  ///< per server
};

/// Servers of one class and size.
struct InventoryGroup {
    int workload = 0;
    bool physical = false;
    int count = 0;
    double vcpu = 0.0;
    double ram_gb = 0.0;
    double storage_gb = 0.0;  ///< of all
};

/// Rows of one class and size as one group, in the order of class, kind and size, the largest first: the same
/// for the same servers however they are cut into rows and in whatever order these stand.
[[nodiscard]] std::vector<InventoryGroup> merge_rows(std::vector<InventoryRow> rows);

/// The groups `years` after they were counted, one for one; `seats`: people in that year.
///
/// VMs of a class grow together by `growth.vms`: their whole number is that of the exact sum, at least one,
/// and the sizes share it by largest remainder (ties to the larger size).  Physical servers keep their
/// number. Each resource r of a class grows as a whole, whatever the whole numbers are: with the factor g_r
/// of the years and the counts n,
///   size_r = size_r,0 f_r,  f_r = g_r sum(n_0 size_r,0) / sum(n size_r,0).
/// Use, traffic and interactions come from the workload classes; people's are spread over the servers
/// counted.
[[nodiscard]] std::vector<VmGroup> grown_groups(const std::vector<InventoryGroup>& groups, double seats,
                                                const std::vector<catalog::WorkloadClass>& classes,
                                                const Growth& growth, int years);

/// Estate in `year` of what was counted in `as_of`: `merge_rows`, then `grown_groups`.  Groups of which no
/// server is left leave their data and people to the first group of their class.
[[nodiscard]] Estate from_inventory(const std::vector<InventoryRow>& rows, double seats,
                                    const std::vector<catalog::WorkloadClass>& classes, const Growth& growth,
                                    int as_of, int year);

}  // namespace verbund::estate
