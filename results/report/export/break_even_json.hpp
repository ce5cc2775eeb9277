#pragma once

#include <string>

#include "results/outcome/break_even.hpp"

namespace verbund::report {

/// The figure, its samples with each variant's sums over the horizon, and where orders turn.
[[nodiscard]] std::string break_even_json(const outcome::BreakEven& found);

}  // namespace verbund::report
