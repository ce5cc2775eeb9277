#include "models/economics/hour_factors.hpp"

#include <algorithm>
#include <numeric>
#include <string_view>

#include "models/base/calendar.hpp"
#include "models/base/unit_factors.hpp"

namespace verbund::economics {
namespace {

std::string_view days_of(Date day) {
    constexpr int april = 4;
    constexpr int september = 9;
    const bool summer = day.month >= april && day.month <= september;
    const bool weekend = weekday(day) >= Weekday::saturday;
    if (summer) return weekend ? "summer-weekend" : "summer-workday";
    return weekend ? "winter-weekend" : "winter-workday";
}

std::vector<double> factors_of(const catalog::Catalog& catalog, std::string_view what, int year) {
    const auto hours = static_cast<std::size_t>(hours_in_year(year));
    std::vector<double> factors(hours, 1.0);
    const long first = days_since_epoch({year, 1, 1});
    for (std::size_t day = 0; day < hours / hours_per_day; ++day) {
        const std::string_view days = days_of(date_from_days(first + static_cast<long>(day)));
        const auto row = std::find_if(
            catalog.hour_shapes.begin(), catalog.hour_shapes.end(),
            [&](const catalog::HourShape& shape) { return shape.of == what && shape.days == days; });
        if (row == catalog.hour_shapes.end()) continue;
        std::copy(row->ratio.begin(), row->ratio.end(),
                  factors.begin() + static_cast<std::ptrdiff_t>(day * hours_per_day));
    }
    const double mean = std::accumulate(factors.begin(), factors.end(), 0.0) / static_cast<double>(hours);
    for (double& factor : factors) factor /= mean;
    return factors;
}

}  // namespace

HourFactors hour_factors(const catalog::Catalog& catalog, int year) {
    return {factors_of(catalog, "price", year), factors_of(catalog, "emission", year)};
}

}  // namespace verbund::economics
