#pragma once

#include <cstddef>

/// How sure an estimate is.
namespace verbund::statistics {

/// 97.5 % quantile of the standard normal: 95 % lie between it and its negative.
inline constexpr double normal_97_5 = 1.959963984540054;

struct Interval {
    double low = 0.0;
    double high = 0.0;
};

/// 95 % interval of a share of which `hits` of `count` independent draws were seen; all of [0, 1] without
/// any. Source: Wilson, Probable inference, the law of succession, and statistical inference, JASA 22, 1927.
[[nodiscard]] Interval wilson_interval(std::size_t hits, std::size_t count);

/// The same where a draw may be a hit in part, as one whose replications do not agree: `share` in [0, 1] is
/// the mean of the draws.  Too wide rather than too narrow, since part of a hit varies less than a whole one.
[[nodiscard]] Interval wilson_interval_of_share(double share, std::size_t count);

}  // namespace verbund::statistics
