#include "results/report/terminal/weather_text.hpp"

#include "models/base/calendar.hpp"
#include "results/report/numbers.hpp"

namespace verbund::report {
namespace {

std::string place_of(const outcome::ImportedWeather& found, const Style& style) {
    if (!found.latitude_deg || !found.longitude_deg)
        return say(style.language, "ohne Ortsangabe", "without a place");
    constexpr int decimals = 4;  // some 10 m
    return say(style.language, "{}° Nord, {}° Ost", "{}° north, {}° east",
               fixed_number(*found.latitude_deg, decimals, style),
               fixed_number(*found.longitude_deg, decimals, style));
}

std::string leap_day(const outcome::ImportedWeather& found, const Style& style) {
    constexpr int a_common_year = 2023;
    if (found.hours == hours_in_year(a_common_year))
        return say(style.language, "In Schaltjahren wiederholt der 29. Februar den 28.\n",
                   "In leap years 29 February repeats 28 February.\n");
    return say(style.language, "In gewöhnlichen Jahren entfällt der 29. Februar.\n",
               "In common years 29 February drops out.\n");
}

}  // namespace

std::string weather_text(const outcome::ImportedWeather& found, const Style& style) {
    const auto degrees = [&](double value) { return fixed_number(value, 1, style); };
    return say(style.language, "{}, {}: {} Stunden in Winterzeit\n", "{}, {}: {} hours in winter time\n",
               found.format, place_of(found, style), fixed_number(found.hours, 0, style)) +
           say(style.language,
               "Temperatur im Mittel {} °C, {} bis {} °C, {} Stunden über 27 °C; Feuchtkugel bis {} °C\n",
               "Temperature {} °C in the mean, {} to {} °C, {} hours above 27 °C; wet bulb up to {} °C\n",
               degrees(found.mean_c), degrees(found.lowest_c), degrees(found.highest_c),
               fixed_number(found.hours_above_27_c, 0, style), degrees(found.highest_wet_bulb_c)) +
           say(style.language, "Relative Feuchte im Mittel {} %\n", "Relative humidity {} % in the mean\n",
               fixed_number(found.mean_humidity_pct, 0, style)) +
           leap_day(found, style);
}

}  // namespace verbund::report
