#pragma once

#include <string>

#include "results/outcome/sweep.hpp"

namespace verbund::report {

/// What a sweep found as JSON: head, varied keys, bands of the milestone years and sums over the horizon,
/// sensitivities, chances, pairs and failures, by the names of the results file.  The values of single cases
/// stand in that file alone.
[[nodiscard]] std::string sweep_json(const outcome::SweepRun& run);

}  // namespace verbund::report
