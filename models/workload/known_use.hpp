#pragma once

#include <cstddef>
#include <vector>

#include "models/workload/measured_use.hpp"

namespace verbund::workload {

/// A use and when it is known to hold, from the VM's own start.
struct KnownUse {
    double mhz = 0.0;
    double from_s = 0.0;
    double for_s = 0.0;
};

/// What is known of a VM's use.
struct UseHistory {
    std::vector<KnownUse> known;  ///< in order of time
    double length_s = 0.0;        ///< from the first step to the end
};

/// The steps of a VM that begin before its end, each as long as it is known to hold.
///
/// Between two values more than one and a half usual intervals apart (the median) nothing is known after
/// that time.
[[nodiscard]] UseHistory known_use(const MeasuredVm& vm, const StepSource& steps, std::size_t number);

}  // namespace verbund::workload
