#pragma once

#include <string>

#include "results/outcome/sweep_comparison.hpp"
#include "results/report/style.hpp"

namespace verbund::report {

/// Variants side by side in their draws: median and range of each over the horizon, then for each comparison
/// with the base in how many of the draws it holds, or that the two cannot be told apart.
[[nodiscard]] std::string sweep_compare_text(const outcome::SweepComparison& comparison, const Style& style);

/// The comparisons alone, a line each: what follows a comparison of runs that were made with draws.
[[nodiscard]] std::string draws_compare_text(const outcome::SweepComparison& comparison, const Style& style);

}  // namespace verbund::report
