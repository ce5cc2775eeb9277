#pragma once

#include <array>

/// The course of the temperature within a day.
namespace verbund::facility {

/// 24 values from 0 (coldest hour) to 1 (warmest hour).
///
/// s = c + b c (1 - c), where c is a half cosine up from the coldest to the warmest hour and another one down
/// again, and b makes the mean of s equal `mean_position`.  |b| is at most 1 (else s leaves 0..1), so
/// positions outside about 0.375..0.625 are met only as far as that allows.  Requires different hours in
/// 0..23.
[[nodiscard]] std::array<double, 24> diurnal_curve(int coldest_hour, int warmest_hour, double mean_position);

}  // namespace verbund::facility
