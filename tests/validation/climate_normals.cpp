#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>
#include <span>
#include <vector>

#include "models/facility/climate.hpp"
#include "scenarios/read/catalog_reader.hpp"
#include "tests/support/catch.hpp"

/// Synthetic weather against the statistics of the DWD test reference years it is made from, and against the
/// hours above 27 degC counted in those years: one gain was fitted to their sum in 2015, regions and 2045
/// were not.
namespace verbund::facility {
namespace {

constexpr std::array<int, 12> month_days{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
constexpr int first_seed = 1;
constexpr int last_seed = 20;

const catalog::Catalog& shipped() {
    static const catalog::Catalog catalog = read::load_catalog();
    return catalog;
}

double mean_of(std::span<const double> values) {
    return std::accumulate(values.begin(), values.end(), 0.0) / double(values.size());
}

double deviation_of(std::span<const double> values) {
    const double mean = mean_of(values);
    double squares = 0.0;
    for (const double value : values) squares += (value - mean) * (value - mean);
    return std::sqrt(squares / double(values.size() - 1));
}

/// Pearson correlation of a series with itself one day later.
double lag1_of(std::span<const double> values) {
    const auto before = values.first(values.size() - 1);
    const auto after = values.last(values.size() - 1);
    const double mean_before = mean_of(before);
    const double mean_after = mean_of(after);
    double products = 0.0;
    for (std::size_t i = 0; i < before.size(); ++i)
        products += (before[i] - mean_before) * (after[i] - mean_after);
    return products / double(before.size() - 1) / (deviation_of(before) * deviation_of(after));
}

struct MonthStatistics {
    double mean_c = 0.0;
    double daily_min_c = 0.0;
    double daily_max_c = 0.0;
    double sd_k = 0.0;
    double lag1 = 0.0;
};

MonthStatistics statistics_of(std::span<const double> hours_of_month) {
    std::vector<double> means, minima, maxima;
    for (std::size_t start = 0; start < hours_of_month.size(); start += 24) {
        const auto day_hours = hours_of_month.subspan(start, 24);
        means.push_back(mean_of(day_hours));
        minima.push_back(*std::ranges::min_element(day_hours));
        maxima.push_back(*std::ranges::max_element(day_hours));
    }
    return {mean_of(means), mean_of(minima), mean_of(maxima), deviation_of(means), lag1_of(means)};
}

std::array<MonthStatistics, 12> yearly_statistics(const HourlyClimate& climate) {
    std::array<MonthStatistics, 12> months;
    std::size_t start = 0;
    for (std::size_t month = 0; month < months.size(); ++month) {
        const std::size_t length = std::size_t(month_days[month]) * 24;
        months[month] = statistics_of(std::span{climate.temperature_c}.subspan(start, length));
        start += length;
    }
    return months;
}

/// Largest difference of generated months from the shipped normals over all regions and both years.
MonthStatistics largest_misses(const catalog::Catalog& source, const WeatherRules& rules = {}) {
    MonthStatistics worst;
    for (const catalog::ClimateNormal& normal : shipped().climate) {
        if (normal.month != 1) continue;
        const auto months =
            yearly_statistics(hourly_climate(source, normal.region, normal.try_year, 1, rules));
        for (const catalog::ClimateNormal& row : shipped().climate) {
            if (row.region != normal.region || row.try_year != normal.try_year) continue;
            const MonthStatistics& month = months[std::size_t(row.month - 1)];
            worst.mean_c = std::max(worst.mean_c, std::abs(month.mean_c - row.mean_c));
            worst.daily_min_c =
                std::max(worst.daily_min_c, std::abs(month.daily_min_c - row.mean_daily_min_c));
            worst.daily_max_c =
                std::max(worst.daily_max_c, std::abs(month.daily_max_c - row.mean_daily_max_c));
            worst.sd_k = std::max(worst.sd_k, std::abs(month.sd_k - row.sd_daily_mean_k));
        }
    }
    return worst;
}

/// Differences of lag-1 correlation (generated less normal) over all regions, months and both years.
std::vector<double> lag1_differences(const catalog::Catalog& source, int seed) {
    std::vector<double> differences;
    for (const catalog::ClimateNormal& normal : shipped().climate) {
        if (normal.month != 1) continue;
        const auto months =
            yearly_statistics(hourly_climate(source, normal.region, normal.try_year, std::uint64_t(seed)));
        for (const catalog::ClimateNormal& row : shipped().climate) {
            if (row.region != normal.region || row.try_year != normal.try_year) continue;
            differences.push_back(months[std::size_t(row.month - 1)].lag1 - row.lag1_autocorrelation);
        }
    }
    return differences;
}

catalog::Catalog white_noise() {
    catalog::Catalog source = shipped();
    for (auto& row : source.climate) row.lag1_autocorrelation = 0.0;
    return source;
}

TEST_CASE("generated months have the mean, daily extremes and deviation of the normals",
          "[validation][facility]") {
    // The generator imposes all four exactly, with swings that follow the anomalies as well.
    const MonthStatistics worst = largest_misses(shipped());
    CHECK(worst.mean_c < 1e-9);
    CHECK(worst.daily_min_c < 1e-9);
    CHECK(worst.daily_max_c < 1e-9);
    CHECK(worst.sd_k < 1e-9);
}

TEST_CASE("daily anomalies that are a tenth too wide would be noticed", "[validation][facility]") {
    catalog::Catalog source = shipped();
    for (auto& row : source.climate) row.sd_daily_mean_k *= 1.1;
    CHECK(largest_misses(source).sd_k > 0.1);
}

/// Whether lag-1 correlations agree with the normals over 20 seeds: mean difference within 0.02 (the bias
/// correction is first order) plus three standard errors.  Months of one seed share a chain, so the seeds are
/// the sample.
bool lag1_agrees(const catalog::Catalog& source) {
    std::vector<double> by_seed;
    for (int seed = first_seed; seed <= last_seed; ++seed)
        by_seed.push_back(mean_of(lag1_differences(source, seed)));
    const double standard_error = deviation_of(by_seed) / std::sqrt(double(by_seed.size()));
    return std::abs(mean_of(by_seed)) < 0.02 + 3.0 * standard_error;
}

TEST_CASE("the lag-1 correlation of daily means agrees with the normals", "[validation][facility]") {
    CHECK(lag1_agrees(shipped()));
}

TEST_CASE("white noise instead of AR(1) fails the lag-1 test", "[validation][facility]") {
    CHECK_FALSE(lag1_agrees(white_noise()));
}

TEST_CASE("single months scatter around their lag-1 correlation as samples of 30 days do",
          "[validation][facility]") {
    // Bartlett: standard error of r is sqrt((1 - phi^2) / n), 0.10..0.17 for phi 0.9..0.3 and n = 30
    const double scatter = deviation_of(lag1_differences(shipped(), first_seed));
    CHECK(scatter > 0.08);
    CHECK(scatter < 0.18);
}

struct HotRegion {
    int region;
    double mean_2015_c, mean_2045_c;
    double hot_2015_h, hot_2045_h;  ///< hours above 27 degC
};

/// Counted in the hourly test reference years (C).
constexpr std::array<HotRegion, 8> published{{{3, 9.8, 11.3, 63, 160},
                                              {4, 9.9, 11.1, 134, 201},
                                              {5, 11.0, 12.0, 85, 109},
                                              {7, 9.8, 11.4, 84, 157},
                                              {9, 9.6, 10.8, 60, 123},
                                              {12, 12.2, 13.5, 224, 384},
                                              {13, 8.8, 10.2, 110, 213},
                                              {11, 4.1, 5.2, 0, 0}}};

/// Hours above 27 degC, mean of 20 seeds.
double hot_hours(int region, int year, const WeatherRules& rules) {
    double hours_above = 0.0;
    for (int seed = first_seed; seed <= last_seed; ++seed) {
        const auto climate = hourly_climate(shipped(), region, year, std::uint64_t(seed), rules);
        hours_above +=
            double(std::ranges::count_if(climate.temperature_c, [](double t) { return t > 27.0; }));
    }
    return hours_above / double(last_seed - first_seed + 1);
}

TEST_CASE("yearly mean temperatures are those of the test reference years", "[validation][facility]") {
    for (const HotRegion& row : published) {
        INFO("region " << row.region);
        // published to 0.1 K
        CHECK_THAT(mean_of(hourly_climate(shipped(), row.region, 2015, 1).temperature_c),
                   test::WithinAbs(row.mean_2015_c, 0.06));
        CHECK_THAT(mean_of(hourly_climate(shipped(), row.region, 2045, 1).temperature_c),
                   test::WithinAbs(row.mean_2045_c, 0.06));
    }
}

TEST_CASE("hours above 27 degC lie within 40 h of the test reference years in each region",
          "[validation][facility]") {
    for (const HotRegion& row : published) {
        INFO("region " << row.region);
        CHECK_THAT(hot_hours(row.region, 2015, {}), test::WithinAbs(row.hot_2015_h, 40.0));
        CHECK_THAT(hot_hours(row.region, 2045, {}), test::WithinAbs(row.hot_2045_h, 40.0));
    }
}

/// Whether the hours above 27 degC of all regions and both years agree within 10 %.
bool hot_hours_agree(const WeatherRules& rules) {
    double generated = 0.0;
    double counted = 0.0;
    for (const HotRegion& row : published) {
        generated += hot_hours(row.region, 2015, rules) + hot_hours(row.region, 2045, rules);
        counted += row.hot_2015_h + row.hot_2045_h;
    }
    return std::abs(generated - counted) < 0.10 * counted;
}

TEST_CASE("hours above 27 degC of all regions together agree within 10 %", "[validation][facility]") {
    CHECK(hot_hours_agree({}));
}

TEST_CASE("daily swings that ignore the anomaly give too few hot hours", "[validation][facility]") {
    CHECK_FALSE(hot_hours_agree({.july_swing_gain = 0.0, .january_swing_gain = 0.0}));
}

}  // namespace
}  // namespace verbund::facility
