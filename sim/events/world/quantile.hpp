#pragma once

#include <algorithm>
#include <cmath>
#include <vector>

#include "results/outcome/not_applicable.hpp"

namespace verbund::events {

/// Least value that at least a share q of the values does not exceed, q in (0, 1]; not applicable without
/// values.
[[nodiscard]] inline double quantile_of(std::vector<double> values, double q) {
    if (values.empty()) return outcome::not_applicable;
    std::sort(values.begin(), values.end());
    const double place = std::ceil(q * static_cast<double>(values.size())) - 1.0;
    return values[static_cast<std::size_t>(std::max(0.0, place))];
}

}  // namespace verbund::events
