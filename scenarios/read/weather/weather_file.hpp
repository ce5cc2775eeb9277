#pragma once

#include <string>
#include <string_view>

#include "models/base/diagnostics.hpp"
#include "models/facility/weather_year.hpp"

/// Hourly weather as it is published: DWD test reference years, EPW, DWD's hourly measurements, tables.
namespace verbund::read {

/// A year of weather, and what file it came from.
struct WeatherFile {
    facility::WeatherYear year;
    std::string format;  ///< "TRY", "EPW", "DWD CDC" or "CSV"
};

/// Reads a year of weather; the file's own content says what it is.  Rules: README.md.
///
/// Notes what was assumed and every mistake; with a mistake the year has no hours.
[[nodiscard]] WeatherFile read_weather(std::string_view bytes, const std::string& file,
                                       Diagnostics& mistakes);

}  // namespace verbund::read
