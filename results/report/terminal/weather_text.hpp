#pragma once

#include <string>

#include "results/outcome/imported_weather.hpp"
#include "results/report/style.hpp"

namespace verbund::report {

/// What a year of weather holds, on a terminal.
[[nodiscard]] std::string weather_text(const outcome::ImportedWeather& found, const Style& style);

}  // namespace verbund::report
