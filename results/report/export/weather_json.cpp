#include "results/report/export/weather_json.hpp"

#include "results/report/export/row_json.hpp"

namespace verbund::report {
namespace {

nlohmann::ordered_json or_null(const std::optional<double>& value) {
    return value ? nlohmann::ordered_json(*value) : nlohmann::ordered_json();
}

}  // namespace

std::string weather_json(const outcome::ImportedWeather& found) {
    return dump({{"format", found.format},
                 {"latitude_deg", or_null(found.latitude_deg)},
                 {"longitude_deg", or_null(found.longitude_deg)},
                 {"hours", found.hours},
                 {"mean_c", found.mean_c},
                 {"lowest_c", found.lowest_c},
                 {"highest_c", found.highest_c},
                 {"highest_wet_bulb_c", found.highest_wet_bulb_c},
                 {"mean_humidity_pct", found.mean_humidity_pct},
                 {"hours_above_27_c", found.hours_above_27_c}});
}

}  // namespace verbund::report
