#pragma once

#include "results/outcome/imported_weather.hpp"
#include "scenarios/read/weather/weather_file.hpp"

namespace verbund::batch {

/// What a year of weather holds; every hour of it must be there.
[[nodiscard]] outcome::ImportedWeather weather_summary(const read::WeatherFile& weather);

}  // namespace verbund::batch
