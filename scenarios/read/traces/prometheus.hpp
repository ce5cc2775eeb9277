#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "models/workload/measured_use.hpp"
#include "scenarios/read/traces/trace.hpp"

namespace verbund::read {

/// What a sample of a range query counts.
enum class SampleUnit {
    cores,  ///< processors in use, as the rate of processor seconds tells
    share,  ///< of the VM's processors, 0 to 1
    mhz
};

/// How the answer of a range query is to be read.
struct RangeQuery {
    std::string label = "vm";  ///< of a series that names its VM
    SampleUnit unit = SampleUnit::cores;
};

/// The answer of a Prometheus range query (`/api/v1/query_range`, resultType matrix): a series per VM.
///
/// A VM's size comes from `vms` by its name, or is `size` for all; it starts with its first sample, counted
/// from the first of all series, and its last sample marks its end.  NaN is no data.
/// Throws `InvalidInput` with the path in the document for what is none, two series of one VM, a VM without a
/// size, and samples that are infinite, negative or no numbers.
[[nodiscard]] Trace read_prometheus(const std::filesystem::path& file,
                                    const std::vector<workload::MeasuredVm>& vms,
                                    const std::optional<workload::MeasuredVm>& size, const RangeQuery& query);

}  // namespace verbund::read
