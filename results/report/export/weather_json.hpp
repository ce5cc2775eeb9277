#pragma once

#include <string>

#include "results/outcome/imported_weather.hpp"

namespace verbund::report {

/// What a year of weather holds, as JSON; keys end in their unit.
[[nodiscard]] std::string weather_json(const outcome::ImportedWeather& found);

}  // namespace verbund::report
