#pragma once

#include <cstddef>

#include "models/workload/measured_use.hpp"

/// How many processors a VM needs by what it was measured to use.
namespace verbund::workload {

/// Assumptions, all of them: usual settings of capacity tools, not a standard.
struct SizingRules {
    double percentile = 0.95;  ///< of the time in which the need is met
    double comfort = 1.25;     ///< need over that percentile
};

/// How far a history can be trusted: by its length and by how much of it there is.
enum class Confidence {
    none,    ///< no use is known
    low,     ///< less than medium
    medium,  ///< at least a week, of which four fifths are known
    high     ///< at least four weeks, of which nineteen twentieths are known
};

struct VmNeed {
    double mean_mhz = 0.0;
    double percentile_mhz = 0.0;  ///< the least use that is not exceeded in `percentile` of the time
    double peak_mhz = 0.0;
    double vcpus = 0.0;         ///< needed: ceil(comfort x percentile / clock), at least 1
    double length_s = 0.0;      ///< from the first step to the end
    double completeness = 0.0;  ///< share of the length that is known
    Confidence confidence = Confidence::none;
};

/// Need of a VM, each value weighed by the time for which it holds.
///
/// Between two values more than one and a half usual intervals apart (the median) nothing is known after
/// that time: it counts in the length alone.  A VM without use, without length or without a clock keeps what
/// it has, with no confidence.
[[nodiscard]] VmNeed need_of(const MeasuredVm& vm, const StepSource& steps, std::size_t number,
                             const SizingRules& rules);

}  // namespace verbund::workload
