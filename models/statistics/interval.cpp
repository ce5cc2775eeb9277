#include "models/statistics/interval.hpp"

#include <algorithm>
#include <cmath>

namespace verbund::statistics {

Interval wilson_interval(std::size_t hits, std::size_t count) {
    if (count == 0) return {0.0, 1.0};
    return wilson_interval_of_share(static_cast<double>(hits) / static_cast<double>(count), count);
}

Interval wilson_interval_of_share(double share, std::size_t count) {
    if (count == 0) return {0.0, 1.0};
    const auto n = static_cast<double>(count);
    const double z2 = normal_97_5 * normal_97_5;
    const double middle = (share + z2 / (2.0 * n)) / (1.0 + z2 / n);
    const double half =
        normal_97_5 * std::sqrt(share * (1.0 - share) / n + z2 / (4.0 * n * n)) / (1.0 + z2 / n);
    // Rounding must not leave the share outside its own interval.
    return {std::clamp(middle - half, 0.0, share), std::clamp(middle + half, share, 1.0)};
}

}  // namespace verbund::statistics
