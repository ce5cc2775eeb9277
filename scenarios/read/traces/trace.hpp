#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "models/base/diagnostics.hpp"
#include "models/workload/measured_use.hpp"
#include "models/workload/step_table.hpp"

namespace verbund::read {

/// What was met in a trace, and by which rule it was read (README.md of this folder).
struct TraceCounts {
    workload::StepCounts steps;
    std::uint64_t missing = 0;            ///< steps without a number (NaN or nothing): no data, not zero
    std::uint64_t truncated = 0;          ///< files that end inside their last record, which is left out
    std::uint64_t vms_without_steps = 0;  ///< they run, and use nothing
    std::uint64_t vms_without_size = 0;   ///< left out: their file states neither cores nor capacity
};

/// Measured VMs and their use.
struct Trace {
    std::vector<workload::MeasuredVm> vms;
    std::unique_ptr<workload::StepTable> steps;
    TraceCounts counts;
    std::vector<Diagnostic> notes;  ///< what had to be assumed
};

}  // namespace verbund::read
