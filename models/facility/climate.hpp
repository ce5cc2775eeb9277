#pragma once

#include <cstdint>

#include "models/catalog/catalog.hpp"
#include "models/facility/weather_year.hpp"

/// Hourly outside temperature and humidity of a region from the monthly statistics of DWD test reference
/// years.
namespace verbund::facility {

/// How a day deviates from its month; the defaults are assumptions (A) that no monthly statistic fixes.
struct WeatherRules {
    int coldest_hour = 5;
    int warmest_hour = 15;
    /// Relative gain of the daily temperature swing per standard deviation of the daily mean: clear days are
    /// warmer and swing more in July, colder and swing more in January.  July fitted to the hours above 27
    /// degC of the reference years.
    double july_swing_gain = 0.32;
    double january_swing_gain = -0.10;
};

/// Synthetic weather of `year` in `region`.
///
/// Daily means are AR(1) with the month's lag-1 correlation, scaled so that every month meets the mean and
/// the standard deviation of the normals.  Within the day T = mean + swing (s(hour) - mean of s), s a smooth
/// curve from 0 (coldest hour) to 1 (warmest hour); a month's swing and the mean of s follow from its mean
/// daily minimum, mean and maximum. Humidity: the month's mean in each day, hours inverse to the saturation
/// pressure (constant vapour pressure in the day), clipped to 20..100 %. Normals are interpolated linearly
/// between their years; before the first and after the last year they are constant. A region has the same
/// anomalies every year (a reference year, not a forecast), from the stream "climate/region-<n>". Neglects:
/// temperature fronts within the day (daily means change at midnight), trends within a month, humid and dry
/// days.  Throws `std::out_of_range` if a month of the region is missing.
/// Checked by tests/validation/climate_normals.cpp.
[[nodiscard]] HourlyClimate hourly_climate(const catalog::Catalog& catalog, int region, int year,
                                           std::uint64_t seed, const WeatherRules& rules = {});

/// Wet-bulb temperature (degC), Stull 2011, J. Appl. Meteor. Climatol. 50, 2267, equation 1.  Valid 5..99 %
/// and -20..50 degC at sea-level pressure.
[[nodiscard]] double wet_bulb_c(double temperature_c, double relative_humidity_pct);

}  // namespace verbund::facility
