#pragma once

#include <string>

#include <nlohmann/json_fwd.hpp>

#include "results/outcome/sweep.hpp"
#include "results/outcome/sweep_comparison.hpp"

namespace verbund::report {

/// What a sweep found as JSON: head, varied keys, bands of the milestone years and sums over the horizon,
/// sensitivities, chances, pairs and failures, by the names of the results file.  The values of single cases
/// stand in that file alone.
[[nodiscard]] std::string sweep_json(const outcome::SweepRun& run);

/// Single cases as JSON: the value of every key that is varied, and every outcome of each variant and year.
[[nodiscard]] std::string sweep_cases_json(const outcome::SweepCases& found);

/// {"base", "variants", "same_draws", "other_people", "bands", "pairs"}, rows as in the results file.
[[nodiscard]] nlohmann::ordered_json comparison_json(const outcome::SweepComparison& comparison);
[[nodiscard]] std::string sweep_compare_json(const outcome::SweepComparison& comparison);

}  // namespace verbund::report
