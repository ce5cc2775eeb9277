#pragma once

#include <filesystem>
#include <vector>

#include "models/base/number_text.hpp"
#include "models/workload/measured_use.hpp"
#include "scenarios/read/traces/trace.hpp"

namespace verbund::read {

/// Use of the VMs from a table vm,t_s,cpu_mhz, plain or gzip: times from the VM's own start, a value holds
/// until the next.  Rows may come in any order; rules: README.md.
///
/// In place of t_s a column of moments (time, timestamp ...) is taken, as monitoring exports have it: then a
/// VM starts with its first record, counted from the first of all.  Such a file is read twice. Throws
/// `InvalidInput` with file and line for a VM that `vms` does not have, missing columns and bad cells.
[[nodiscard]] Trace read_usage_table(const std::filesystem::path& file, std::vector<workload::MeasuredVm> vms,
                                     DecimalSign decimals);

}  // namespace verbund::read
