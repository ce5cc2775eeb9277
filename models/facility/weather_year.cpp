#include "models/facility/weather_year.hpp"

#include <cstddef>
#include <stdexcept>

#include "models/base/calendar.hpp"

namespace verbund::facility {
namespace {

constexpr std::ptrdiff_t day_h = 24;
constexpr std::ptrdiff_t january_february_h = 59 * day_h;  // of a common year

std::vector<double> fitted(const std::vector<double>& hours, int year) {
    const auto asked = static_cast<std::size_t>(hours_in_year(year));
    std::vector<double> out = hours;
    if (hours.size() < asked) {
        const auto last_day = hours.begin() + january_february_h - day_h;
        out.insert(out.begin() + january_february_h, last_day, last_day + day_h);
    } else if (hours.size() > asked) {
        out.erase(out.begin() + january_february_h, out.begin() + january_february_h + day_h);
    }
    return out;
}

}  // namespace

HourlyClimate hours_in(const WeatherYear& weather, int year) {
    constexpr int a_common_year = 2023;
    constexpr int a_leap_year = 2024;
    const HourlyClimate& hours = weather.hours;
    const std::size_t count = hours.temperature_c.size();
    if ((count != static_cast<std::size_t>(hours_in_year(a_common_year)) &&
         count != static_cast<std::size_t>(hours_in_year(a_leap_year))) ||
        hours.relative_humidity_pct.size() != count)
        throw std::invalid_argument{"a year of weather has 8760 or 8784 hours"};
    return {fitted(hours.temperature_c, year), fitted(hours.relative_humidity_pct, year)};
}

}  // namespace verbund::facility
