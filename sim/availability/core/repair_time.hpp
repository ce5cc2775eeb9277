#pragma once

#include <variant>

#include "models/base/random.hpp"

/// How long repairs last.
namespace verbund::availability {

/// Memoryless, by its mean.
struct ExponentialTime {
    double mean_h = 0.0;
};
/// Skewed, by its median and spread.
struct LognormalTime {
    double median_h = 0.0;
    double sigma = 0.0;  ///< of the natural logarithm
};
/// Between low and high with a stated mean m: uniform from low to m with probability (high - m) / (high -
/// low), else uniform from m to high.  Its mean is m; with m in the middle it is uniform from low to high.
struct RangeTime {
    double low_h = 0.0;
    double mean_h = 0.0;
    double high_h = 0.0;
};
/// Always the same.
struct FixedTime {
    double value_h = 0.0;
};
using RepairTime = std::variant<ExponentialTime, LognormalTime, RangeTime, FixedTime>;

/// Exponential: mean; lognormal: median exp(sigma^2 / 2); range: as stated.
[[nodiscard]] double mean_h(const RepairTime& time);

[[nodiscard]] double sample_h(const RepairTime& time, RandomStream& random);

/// Whole length of a repair that is under way at an instant picked at random, density x f(x) / mean.
///
/// Long repairs are met more often: exponential becomes gamma of shape 2, lognormal (mu, sigma) becomes
/// lognormal (mu + sigma^2, sigma), a uniform stretch from a to b becomes sqrt(a^2 + u (b^2 - a^2)), and a
/// range takes its lower stretch with its share of the mean.  The instant lies uniformly within it.  Source:
/// Cox, Renewal Theory, 1962, sec. 5.4 (length-biased sampling).
[[nodiscard]] double sample_under_way_h(const RepairTime& time, RandomStream& random);

/// The lognormal with this mean.
[[nodiscard]] LognormalTime lognormal_of_mean(double mean_h, double sigma);

}  // namespace verbund::availability
