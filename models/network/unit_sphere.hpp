#pragma once

#include <array>
#include <cmath>
#include <cstddef>
#include <numbers>

#include "models/base/place.hpp"

/// Places as points of the unit sphere, between which chords grow with great-circle distances.
namespace verbund::network {

using UnitVector = std::array<double, 3>;

[[nodiscard]] inline UnitVector unit_vector(Place place) {
    constexpr double radians_per_degree = std::numbers::pi / 180.0;
    const double latitude = place.latitude * radians_per_degree;
    const double longitude = place.longitude * radians_per_degree;
    return {std::cos(latitude) * std::cos(longitude), std::cos(latitude) * std::sin(longitude),
            std::sin(latitude)};
}

[[nodiscard]] inline double squared_chord(const UnitVector& a, const UnitVector& b) {
    double sum = 0.0;
    for (std::size_t d = 0; d < a.size(); ++d) sum += (a[d] - b[d]) * (a[d] - b[d]);
    return sum;
}

}  // namespace verbund::network
