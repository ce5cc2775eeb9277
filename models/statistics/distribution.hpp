#pragma once

#include <variant>

/// What a number in (0, 1) stands for.
namespace verbund::statistics {

struct Normal {
    double mean = 0.0;
    double deviation = 1.0;  ///< > 0
};
/// Whose logarithm is normal.
struct Lognormal {
    double median = 1.0;  ///< > 0
    double factor = 2.0;  ///< > 1: two thirds lie between median / factor and median x factor
};
struct Triangular {
    double low = 0.0;
    double mode = 0.5;
    double high = 1.0;
};
struct Uniform {
    double low = 0.0;
    double high = 1.0;
};
using Distribution = std::variant<Normal, Lognormal, Triangular, Uniform>;

/// The value below which a draw lies with probability `u` in [0, 1], inside of a (log)normal.  Parameters as
/// above, low <= mode <= high and low < high, or `std::domain_error`.  By Boost.Math.
[[nodiscard]] double quantile_of(const Distribution& distribution, double u);

}  // namespace verbund::statistics
