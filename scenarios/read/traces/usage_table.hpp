#pragma once

#include <filesystem>
#include <vector>

#include "models/base/number_text.hpp"
#include "models/workload/measured_use.hpp"
#include "scenarios/read/traces/trace.hpp"

namespace verbund::read {

/// Use of the VMs from a table vm,t_s,cpu_mhz, plain or gzip: times from the VM's own start, a value holds
/// until the next.  Rows may come in any order; rules: README.md.
/// Throws `InvalidInput` with file and line for a VM that `vms` does not have, missing columns and bad cells.
[[nodiscard]] Trace read_usage_table(const std::filesystem::path& file, std::vector<workload::MeasuredVm> vms,
                                     DecimalSign decimals);

}  // namespace verbund::read
