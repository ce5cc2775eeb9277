#pragma once

#include <cstddef>
#include <vector>

#include "models/network/unit_sphere.hpp"

namespace verbund::network {

/// Finds the nearest of some places.
class NearestPlace {
public:
    /// Throws `std::invalid_argument` where there is none.
    explicit NearestPlace(const std::vector<Place>& places);

    /// Index of the nearest place; if equally near, the one farther south, then farther west.
    [[nodiscard]] std::size_t to(Place place) const;

private:
    std::vector<UnitVector> vectors_;
    std::vector<std::size_t> order_;  ///< places from south-west on
};

}  // namespace verbund::network
