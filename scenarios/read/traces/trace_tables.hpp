#pragma once

#include <vector>

#include "models/base/diagnostics.hpp"
#include "models/base/number_text.hpp"
#include "models/compute/power_curve.hpp"
#include "models/workload/measured_use.hpp"
#include "scenarios/read/import/csv.hpp"

/// The small tables of a replay.
namespace verbund::read {

/// Columns host_type,count,cores,core_mhz,ram_mib and either w_0,w_10,...,w_100 (watts at a load in percent)
/// or idle_w,max_w,shape (linear, sqrt, square, cubic); others are left out and noted.
/// Notes bad cells, repeated types, and powers that fall below idle power.
[[nodiscard]] std::vector<compute::HostGroup> read_host_groups(const CsvTable& table, DecimalSign decimals,
                                                               Diagnostics& mistakes);

/// Columns vm,vcpus,core_mhz,ram_mib and, if they are to say so, start_s (empty: 0) and duration_s (empty: to
/// the end of the VM's use); others are left out and noted.  Notes bad cells and repeated names.
[[nodiscard]] std::vector<workload::MeasuredVm> read_measured_vms(const CsvTable& table, DecimalSign decimals,
                                                                  Diagnostics& mistakes);

}  // namespace verbund::read
