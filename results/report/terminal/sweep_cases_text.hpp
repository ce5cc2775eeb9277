#pragma once

#include <string>

#include "results/outcome/sweep.hpp"
#include "results/report/style.hpp"

namespace verbund::report {

/// Single cases of a sweep, for a terminal: what is varied in each, and each variant's main numbers in the
/// milestone years and over the horizon.
[[nodiscard]] std::string sweep_cases_text(const outcome::SweepCases& found, const Style& style);

}  // namespace verbund::report
