#include "sim/batch/import/weather_summary.hpp"

#include <algorithm>
#include <numeric>
#include <vector>

#include "models/facility/climate.hpp"

namespace verbund::batch {
namespace {

double mean_of(const std::vector<double>& values) {
    return std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
}

}  // namespace

outcome::ImportedWeather weather_summary(const read::WeatherFile& weather) {
    constexpr double warm_c = 27.0;
    const std::vector<double>& temperatures = weather.year.hours.temperature_c;
    const std::vector<double>& humidities = weather.year.hours.relative_humidity_pct;
    outcome::ImportedWeather found;
    found.format = weather.format;
    if (weather.year.at) {
        found.latitude_deg = weather.year.at->latitude;
        found.longitude_deg = weather.year.at->longitude;
    }
    found.hours = static_cast<int>(temperatures.size());
    found.mean_c = mean_of(temperatures);
    found.mean_humidity_pct = mean_of(humidities);
    const auto [lowest, highest] = std::minmax_element(temperatures.begin(), temperatures.end());
    found.lowest_c = *lowest;
    found.highest_c = *highest;
    found.highest_wet_bulb_c = facility::wet_bulb_c(temperatures.front(), humidities.front());
    for (std::size_t hour = 0; hour < temperatures.size(); ++hour) {
        found.hours_above_27_c += temperatures[hour] > warm_c ? 1 : 0;
        found.highest_wet_bulb_c =
            std::max(found.highest_wet_bulb_c, facility::wet_bulb_c(temperatures[hour], humidities[hour]));
    }
    return found;
}

}  // namespace verbund::batch
