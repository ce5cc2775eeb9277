#pragma once

#include <string>

#include "results/outcome/sweep.hpp"
#include "results/report/style.hpp"

namespace verbund::report {

/// What a sweep found, for a terminal: how far each variant's main numbers reach in the milestone years, what
/// runs out how often, which variant needs less in how many of the draws, and what carries the spread of the
/// cost; of listed values alone, the main numbers of each combination.
[[nodiscard]] std::string sweep_text(const outcome::SweepRun& run, const Style& style);

}  // namespace verbund::report
