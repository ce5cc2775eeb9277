#pragma once

#include <variant>

#include "models/base/random.hpp"

/// How long repairs last.
namespace verbund::availability {

struct ExponentialTime {
    double mean_h = 0.0;
};
struct LognormalTime {
    double median_h = 0.0;
    double sigma = 0.0;  ///< of the natural logarithm
};
struct UniformTime {
    double low_h = 0.0;
    double high_h = 0.0;
};
struct FixedTime {
    double value_h = 0.0;
};
using RepairTime = std::variant<ExponentialTime, LognormalTime, UniformTime, FixedTime>;

/// Exponential: mean; lognormal: median exp(sigma^2 / 2); uniform: (low + high) / 2.
[[nodiscard]] double mean_h(const RepairTime& time);

[[nodiscard]] double sample_h(const RepairTime& time, RandomStream& random);

/// Whole length of a repair that is under way at an instant picked at random, density x f(x) / mean.
///
/// Long repairs are met more often: exponential becomes gamma of shape 2, lognormal (mu, sigma) becomes
/// lognormal (mu + sigma^2, sigma), uniform becomes sqrt(low^2 + u (high^2 - low^2)).  The instant lies
/// uniformly within it.  Source: Cox, Renewal Theory, 1962, sec. 5.4 (length-biased sampling).
[[nodiscard]] double sample_under_way_h(const RepairTime& time, RandomStream& random);

/// The lognormal with this mean.
[[nodiscard]] LognormalTime lognormal_of_mean(double mean_h, double sigma);

}  // namespace verbund::availability
