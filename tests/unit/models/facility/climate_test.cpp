#include "models/facility/climate.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "tests/support/catch.hpp"

namespace verbund::facility {
namespace {

using test::Approx;

/// Twelve equal months: 10 degC, between 6 and 14, standard deviation 3 K.
catalog::Catalog even_climate() {
    catalog::Catalog catalog;
    for (int month = 1; month <= 12; ++month)
        catalog.climate.push_back({1, "test", 2015, month, 10.0, 6.0, 14.0, 3.0, 0.7, 75.0, {"A", "test"}});
    return catalog;
}

double mean_of(const std::vector<double>& values) {
    return std::accumulate(values.begin(), values.end(), 0.0) / double(values.size());
}

TEST_CASE("a climate year has an entry for each of its hours", "[facility]") {
    CHECK(hourly_climate(even_climate(), 1, 2023, 1).temperature_c.size() == 8760);
    CHECK(hourly_climate(even_climate(), 1, 2024, 1).temperature_c.size() == 8784);
    CHECK(hourly_climate(even_climate(), 1, 2024, 1).relative_humidity_pct.size() == 8784);
}

TEST_CASE("the same region, year and seed give the same climate", "[facility]") {
    CHECK(hourly_climate(even_climate(), 1, 2023, 7).temperature_c ==
          hourly_climate(even_climate(), 1, 2023, 7).temperature_c);
}

TEST_CASE("a calm climate repeats its mean day", "[facility]") {
    catalog::Catalog calm = even_climate();
    for (auto& normal : calm.climate) normal.sd_daily_mean_k = 0.0;
    const auto climate =
        hourly_climate(calm, 1, 2023, 1, {.july_swing_gain = 0.0, .january_swing_gain = 0.0});
    for (const std::size_t day : {0u, 180u, 364u}) {
        CHECK(climate.temperature_c[day * 24 + 5] == Approx(6.0));
        CHECK(climate.temperature_c[day * 24 + 15] == Approx(14.0));
    }
}

TEST_CASE("a climate without a daily swing is constant within the day", "[facility]") {
    catalog::Catalog flat = even_climate();
    for (auto& normal : flat.climate) normal.mean_daily_min_c = normal.mean_daily_max_c = normal.mean_c;
    const auto climate = hourly_climate(flat, 1, 2023, 1);
    constexpr std::size_t midnight = 2400;  // of day 100
    CHECK(climate.temperature_c[midnight] == climate.temperature_c[midnight + 15]);
    CHECK(mean_of(climate.temperature_c) == Approx(10.0));
}

TEST_CASE("warm days swing more in July", "[facility]") {
    const auto climate = hourly_climate(even_climate(), 1, 2023, 1, {.july_swing_gain = 0.3});
    const auto mean_of_day = [&](std::size_t day) {
        const auto first = climate.temperature_c.begin() + std::ptrdiff_t(day * 24);
        return std::accumulate(first, first + 24, 0.0) / 24.0;
    };
    const auto swing_of_day = [&](std::size_t day) {
        return climate.temperature_c[day * 24 + 15] - climate.temperature_c[day * 24 + 5];
    };
    // July: days 181..211 of a common year; swing = 8 K (1 + 0.3 z), z = (mean - 10) / 3, within 3 deviations
    for (std::size_t day = 181; day < 212; ++day)
        CHECK(swing_of_day(day) == Approx(8.0 + 0.8 * (mean_of_day(day) - 10.0)).margin(0.1));
}

TEST_CASE("humidity falls when the day warms and keeps the month's mean", "[facility]") {
    const auto climate = hourly_climate(even_climate(), 1, 2023, 1);
    CHECK(climate.relative_humidity_pct[200 * 24 + 15] < climate.relative_humidity_pct[200 * 24 + 5]);
    CHECK(*std::ranges::max_element(climate.relative_humidity_pct) <= 100.0);
    CHECK(*std::ranges::min_element(climate.relative_humidity_pct) >= 20.0);
    // hours clipped at 100 % take a little off the 75 %
    CHECK(mean_of(climate.relative_humidity_pct) == Approx(75.0).margin(1.0));
}

TEST_CASE("at constant vapour pressure humidity is inverse to the saturation pressure", "[facility]") {
    const auto climate = hourly_climate(even_climate(), 1, 2023, 1);
    const std::size_t cold = 100 * 24 + 5;
    const std::size_t warm = 100 * 24 + 15;
    // Magnus: e_s = exp(17.625 T / (T + 243.04))
    const auto saturation = [&](std::size_t hour) {
        const double t = climate.temperature_c[hour];
        return std::exp(17.625 * t / (t + 243.04));
    };
    REQUIRE(climate.relative_humidity_pct[cold] < 100.0);
    CHECK(climate.relative_humidity_pct[cold] * saturation(cold) ==
          Approx(climate.relative_humidity_pct[warm] * saturation(warm)));
}

}  // namespace
}  // namespace verbund::facility
