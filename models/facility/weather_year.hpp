#pragma once

#include <optional>
#include <vector>

#include "models/base/place.hpp"

/// Hourly weather of a place, made or measured.
namespace verbund::facility {

/// Outside air of every hour of a year at a place.
struct HourlyClimate {
    std::vector<double> temperature_c;          ///< 8760 or 8784 entries, winter time all year
    std::vector<double> relative_humidity_pct;  ///< same hours
};

/// A year of weather that was measured, or a test reference year.
struct WeatherYear {
    HourlyClimate hours;      ///< from 1 January, 00:00 to 01:00
    std::optional<Place> at;  ///< of the station or grid cell; empty: not stated
};

/// The hours of that weather in a calendar year.
///
/// Every year has the same weather.  29 February: a weather of 8,760 hours repeats 28 February there in leap
/// years; of a weather of 8,784 hours it drops out in common years.  Throws `std::invalid_argument` for
/// another number of hours.
[[nodiscard]] HourlyClimate hours_in(const WeatherYear& weather, int year);

}  // namespace verbund::facility
