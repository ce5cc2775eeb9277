#pragma once

#include <cmath>

namespace verbund::batch {

/// Whether two counts of administrations or workplaces are equal but for rounding: only variants that serve
/// the same people are compared.  A count that is not known speaks against nothing.
[[nodiscard]] inline bool as_many(double one, double other) {
    constexpr double rounding = 1e-6;
    return !(std::abs(one - other) > rounding * std::abs(other));
}

}  // namespace verbund::batch
