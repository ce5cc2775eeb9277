#pragma once

#include <optional>
#include <string>

/// What a year of weather holds.
namespace verbund::outcome {

struct ImportedWeather {
    std::string format;
    std::optional<double> latitude_deg;
    std::optional<double> longitude_deg;
    int hours = 0;  ///< 8760, or 8784 with 29 February
    double mean_c = 0.0;
    double lowest_c = 0.0;
    double highest_c = 0.0;
    double highest_wet_bulb_c = 0.0;
    double mean_humidity_pct = 0.0;
    int hours_above_27_c = 0;
};

}  // namespace verbund::outcome
