#pragma once

#include "models/base/place.hpp"

namespace verbund::facility {

/// Place of a cell of the grid of DWD's test reference years of 2017, from its easting and northing in m.
///
/// Lambert's conformal conic projection on GRS 80 with standard parallels 35 and 65 degrees north, origin
/// 52 degrees north and 10 degrees east, false easting 4,000 km and northing 2,800 km (EPSG:3034); by
/// GeographicLib.  Throws `std::invalid_argument` for what lies outside the years' grid, 3,670 to 4,390 km
/// east and 2,242 to 3,180 km north.
/// Source: BBSR/DWD, Handbuch Ortsgenaue Testreferenzjahre, 2017.
[[nodiscard]] Place dwd_grid_place(double easting_m, double northing_m);

}  // namespace verbund::facility
