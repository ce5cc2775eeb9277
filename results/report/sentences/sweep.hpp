#pragma once

#include <string>
#include <vector>

#include "results/outcome/sweep.hpp"
#include "results/report/style.hpp"

namespace verbund::report {

/// The answer of a sweep in sentences: what was varied, how far cost, energy and CO2 of each variant reach,
/// which variants can be told apart, how often something runs out, and what carries the spread of the cost.
/// Of several combinations of listed values only what was varied: what they say is for tables.  The same
/// number of sentences in both languages.
[[nodiscard]] std::vector<std::string> sweep_answers(const outcome::SweepRun& run, const Style& style);

}  // namespace verbund::report
