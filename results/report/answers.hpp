#pragma once

#include <string>
#include <vector>

#include "results/outcome/outcome.hpp"
#include "results/report/style.hpp"

namespace verbund::report {

/// What a planner asks first, answered in sentences: what each variant needs in each milestone year, what
/// runs out first and when, what is to be built, which variant is cheapest over all years, what that costs in
/// latency, and which rules are missed.  One sentence or list item per entry, not yet wrapped.
[[nodiscard]] std::vector<std::string> answers(const outcome::Run& run, const Style& style);

}  // namespace verbund::report
