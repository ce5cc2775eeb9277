#include "models/facility/dwd_grid.hpp"

#include <stdexcept>

#include <GeographicLib/Constants.hpp>
#include <GeographicLib/LambertConformalConic.hpp>

namespace verbund::facility {

Place dwd_grid_place(double easting_m, double northing_m) {
    constexpr double west = 3'670'000.0;
    constexpr double east = 4'390'000.0;
    constexpr double south = 2'242'000.0;
    constexpr double north = 3'180'000.0;
    if (!(easting_m >= west && easting_m <= east && northing_m >= south && northing_m <= north))
        throw std::invalid_argument{"no cell of the grid of test reference years"};
    constexpr double grs80_flattening = 1.0 / 298.257222101;
    constexpr double origin_latitude = 52.0;
    constexpr double origin_longitude = 10.0;
    constexpr double false_easting = 4'000'000.0;
    constexpr double false_northing = 2'800'000.0;
    const GeographicLib::LambertConformalConic projection{GeographicLib::Constants::WGS84_a(),
                                                          grs80_flattening, 35.0, 65.0, 1.0};
    double origin_x = 0.0;
    double origin_y = 0.0;
    projection.Forward(origin_longitude, origin_latitude, origin_longitude, origin_x, origin_y);
    Place place;
    projection.Reverse(origin_longitude, easting_m - false_easting + origin_x,
                       northing_m - false_northing + origin_y, place.latitude, place.longitude);
    return place;
}

}  // namespace verbund::facility
