#include "models/facility/daily_anomalies.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "models/base/calendar.hpp"
#include "models/base/random.hpp"

namespace verbund::facility {
namespace {

constexpr std::array<int, 12> days_in_leap_year_month{31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
constexpr double largest_phi = 0.97;

double unbiased_phi(double sample_correlation, int days) {
    return std::clamp((days * sample_correlation + 1.0) / (days - 4.0), -largest_phi, largest_phi);
}

void standardise(std::vector<double>& values) {
    double sum = 0.0;
    for (const double value : values) sum += value;
    const double mean = sum / double(values.size());
    double squares = 0.0;
    for (const double value : values) squares += (value - mean) * (value - mean);
    const double deviation = std::sqrt(squares / double(values.size() - 1));
    for (double& value : values) value = (value - mean) / deviation;
}

}  // namespace

std::array<std::vector<double>, 12> daily_anomalies(const std::array<catalog::ClimateNormal, 12>& normals,
                                                    int region, int year, std::uint64_t seed) {
    RandomStream stream{seed, fmt::format("climate/region-{}", region)};
    std::array<std::vector<double>, 12> anomalies;
    double state = stream.standard_normal();
    for (std::size_t month = 0; month < anomalies.size(); ++month) {
        const bool short_february = month == 1 && !is_leap_year(year);
        const int days = days_in_leap_year_month[month] - (short_february ? 1 : 0);
        const double phi = unbiased_phi(normals[month].lag1_autocorrelation, days);
        const double innovation_weight = std::sqrt(1.0 - phi * phi);
        for (int day = 0; day < days_in_leap_year_month[month]; ++day) {
            const double innovation = stream.standard_normal();
            if (day == days) continue;  // drawn all the same, so that March is alike in every year
            state = phi * state + innovation_weight * innovation;
            anomalies[month].push_back(state);
        }
        standardise(anomalies[month]);
    }
    return anomalies;
}

}  // namespace verbund::facility
