#pragma once

#include <vector>

#include "models/workload/measured_use.hpp"
#include "models/workload/right_size.hpp"
#include "results/outcome/right_sizes.hpp"

namespace verbund::batch {

/// The need of every VM beside its size (`workload::need_of`), in the order given.
[[nodiscard]] outcome::RightSizes right_sizes(const std::vector<workload::MeasuredVm>& vms,
                                              const workload::StepSource& steps,
                                              const workload::SizingRules& rules);

}  // namespace verbund::batch
