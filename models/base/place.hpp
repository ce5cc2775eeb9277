#pragma once

#include "models/base/units.hpp"

namespace verbund {

/// WGS 84 coordinates in degrees.
struct Place {
    double latitude = 0.0;   ///< -90..90
    double longitude = 0.0;  ///< -180..180
    friend bool operator==(const Place&, const Place&) = default;
};

}  // namespace verbund
