#pragma once

#include <limits>

namespace verbund::outcome {

/// Stands where a number has no meaning.
inline constexpr double not_applicable = std::numeric_limits<double>::quiet_NaN();

}  // namespace verbund::outcome
