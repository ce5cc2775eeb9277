#include "models/economics/hour_factors.hpp"

#include <algorithm>
#include <cmath>
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
    std::vector<double> factors(static_cast<std::size_t>(hours_in_year(year)), 1.0);
    const long first = days_since_epoch({year, 1, 1});
    for (std::size_t day = 0; day < factors.size() / hours_per_day; ++day) {
        const std::string_view kind = days_of(date_from_days(first + static_cast<long>(day)));
        const auto row = std::find_if(
            catalog.hour_shapes.begin(), catalog.hour_shapes.end(),
            [&](const catalog::HourShape& shape) { return shape.of == what && shape.days == kind; });
        if (row == catalog.hour_shapes.end()) continue;
        std::copy(row->ratio.begin(), row->ratio.end(),
                  factors.begin() + static_cast<std::ptrdiff_t>(day * hours_per_day));
    }
    const double mean =
        std::accumulate(factors.begin(), factors.end(), 0.0) / static_cast<double>(factors.size());
    for (double& factor : factors) factor /= mean;
    return factors;
}

/// Positions of the cheapest hours of a day, of two alike the earlier.
std::vector<std::size_t> cheapest_hours(const std::vector<double>& price, std::size_t day) {
    constexpr std::size_t waiting_hours = 6;
    std::vector<std::size_t> cheapest(hours_per_day);
    std::iota(cheapest.begin(), cheapest.end(), day * hours_per_day);
    std::stable_sort(cheapest.begin(), cheapest.end(),
                     [&price](std::size_t one, std::size_t other) { return price[one] < price[other]; });
    cheapest.resize(waiting_hours);
    return cheapest;
}

double mean_of(const std::vector<double>& values, const std::vector<std::size_t>& at) {
    double sum = 0.0;
    for (const std::size_t i : at) sum += values[i];
    return sum / static_cast<double>(at.size());
}

}  // namespace

HourFactors hour_factors(const catalog::Catalog& catalog, int year) {
    HourFactors factors;
    factors.price = factors_of(catalog, "price", year);
    factors.emission = factors_of(catalog, "emission", year);
    for (std::size_t day = 0; day < factors.price.size() / hours_per_day; ++day) {
        const std::vector<std::size_t> cheapest = cheapest_hours(factors.price, day);
        factors.price_of_waiting.push_back(mean_of(factors.price, cheapest));
        factors.emission_of_waiting.push_back(mean_of(factors.emission, cheapest));
    }
    return factors;
}

WeightedFactors weighted(const HourFactors& factors, const std::vector<double>& power, std::size_t first_hour,
                         double movable) {
    double all = 0.0;
    WeightedFactors sum{0.0, 0.0};
    for (std::size_t h = 0; h < power.size(); ++h) {
        const std::size_t hour = first_hour + h;
        const std::size_t day = hour / hours_per_day;
        all += power[h];
        sum.price += power[h] * std::lerp(factors.price[hour], factors.price_of_waiting[day], movable);
        sum.emission +=
            power[h] * std::lerp(factors.emission[hour], factors.emission_of_waiting[day], movable);
    }
    if (all <= 0.0) return {};
    return {sum.price / all, sum.emission / all};
}

}  // namespace verbund::economics
