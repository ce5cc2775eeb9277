#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "models/base/diagnostics.hpp"
#include "models/base/place.hpp"
#include "models/facility/weather_year.hpp"

/// Hours of weather as a file has them, on their way to a year of weather.
namespace verbund::read {

/// An hour of a file.
struct WeatherRecord {
    std::size_t line = 0;
    int month = 0;  ///< 0: the file does not say; its hours follow one another from 1 January
    int day = 0;
    int hour = 0;                                   ///< 0: from 00:00 to 01:00
    std::optional<double> temperature_c{};          ///< empty: no value
    std::optional<double> relative_humidity_pct{};  ///< empty: no value
};

/// How a file counts its hours.
inline constexpr int winter_time_zone_h = 1;

/// What a file holds.
struct WeatherRecords {
    std::string format;  ///< "TRY", "EPW", "DWD CDC" or "CSV"
    std::optional<Place> at;
    int zone_h = winter_time_zone_h;     ///< hours by which its times run ahead of UTC
    std::vector<WeatherRecord> records;  ///< in the order of the file
};

/// The year that the records make up, in winter time.
///
/// Up to six hours in a row without a value are interpolated.  Hours of another time zone are shifted, the
/// last hours of the year to its beginning or the first to its end.  Noted: both.  Mistakes: another number
/// of hours than 8,760 or 8,784, an hour that is not the next one, temperatures outside -60 to 60 degC,
/// humidities outside 0 to 100 %, longer gaps; each kind once, at its first line.
[[nodiscard]] facility::WeatherYear weather_year(const WeatherRecords& records, const std::string& file,
                                                 Diagnostics& mistakes);

}  // namespace verbund::read
