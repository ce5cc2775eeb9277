#include "models/facility/climate.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

#include "models/base/calendar.hpp"
#include "models/facility/daily_anomalies.hpp"
#include "models/facility/diurnal_curve.hpp"
#include "models/facility/monthly_normals.hpp"

namespace verbund::facility {
namespace {

using catalog::ClimateNormal;
using DayCurve = std::array<double, 24>;

constexpr double lowest_humidity_pct = 20.0;
constexpr double highest_humidity_pct = 100.0;
constexpr double largest_anomaly_in_swing = 3.0;  // keeps every daily swing positive

/// Gain of the swing: a yearly cosine between January and July.
double swing_gain(const WeatherRules& rules, int month) {
    const double summer = 0.5 - 0.5 * std::cos(2.0 * std::numbers::pi * (month - 1) / 12.0);
    return std::lerp(rules.january_swing_gain, rules.july_swing_gain, summer);
}

/// Curve around zero whose smallest and largest values lie one swing apart.
DayCurve centred_curve(const ClimateNormal& normal, const WeatherRules& rules) {
    const double swing_k = normal.mean_daily_max_c - normal.mean_daily_min_c;
    const double position = swing_k > 0.0 ? (normal.mean_c - normal.mean_daily_min_c) / swing_k : 0.5;
    DayCurve curve = diurnal_curve(rules.coldest_hour, rules.warmest_hour, position);
    double sum = 0.0;
    for (const double c : curve) sum += c;
    for (double& c : curve) c = (c - sum / double(curve.size())) * swing_k;
    return curve;
}

/// Factors on the month's mean swing, with mean 1.
std::vector<double> swing_factors(const std::vector<double>& anomalies, double gain) {
    std::vector<double> factors;
    double sum = 0.0;
    for (const double z : anomalies) {
        factors.push_back(std::clamp(z, -largest_anomaly_in_swing, largest_anomaly_in_swing));
        sum += factors.back();
    }
    for (double& factor : factors) factor = 1.0 + gain * (factor - sum / double(factors.size()));
    return factors;
}

/// Saturation vapour pressure over water relative to that at 0 degC (Magnus form; Alduchov and Eskridge
/// 1996).
double relative_saturation_pressure(double temperature_c) {
    return std::exp(17.625 * temperature_c / (temperature_c + 243.04));
}

void append_humidity_of_day(HourlyClimate& climate, double mean_pct) {
    const auto day = climate.temperature_c.end() - 24;
    DayCurve dryness{};
    double sum = 0.0;
    for (std::size_t hour = 0; hour < dryness.size(); ++hour) {
        dryness[hour] = 1.0 / relative_saturation_pressure(*(day + std::ptrdiff_t(hour)));
        sum += dryness[hour];
    }
    for (const double d : dryness) {
        climate.relative_humidity_pct.push_back(std::clamp(mean_pct * d * double(dryness.size()) / sum,
                                                           lowest_humidity_pct, highest_humidity_pct));
    }
}

void append_month(HourlyClimate& climate, const ClimateNormal& normal, const std::vector<double>& anomalies,
                  const WeatherRules& rules) {
    const DayCurve curve = centred_curve(normal, rules);
    const std::vector<double> factors = swing_factors(anomalies, swing_gain(rules, normal.month));
    for (std::size_t day = 0; day < anomalies.size(); ++day) {
        const double mean_c = normal.mean_c + normal.sd_daily_mean_k * anomalies[day];
        for (const double c : curve) climate.temperature_c.push_back(mean_c + factors[day] * c);
        append_humidity_of_day(climate, normal.mean_rh_pct);
    }
}

}  // namespace

HourlyClimate hourly_climate(const catalog::Catalog& catalog, int region, int year, std::uint64_t seed,
                             const WeatherRules& rules) {
    const auto normals = monthly_normals(catalog, region, year);
    const auto anomalies = daily_anomalies(normals, region, year, seed);
    HourlyClimate climate;
    climate.temperature_c.reserve(std::size_t(hours_in_year(year)));
    climate.relative_humidity_pct.reserve(std::size_t(hours_in_year(year)));
    for (std::size_t month = 0; month < normals.size(); ++month)
        append_month(climate, normals[month], anomalies[month], rules);
    return climate;
}

double wet_bulb_c(double temperature_c, double relative_humidity_pct) {
    const double t = temperature_c;
    const double rh = relative_humidity_pct;
    return t * std::atan(0.151977 * std::sqrt(rh + 8.313659)) + std::atan(t + rh) - std::atan(rh - 1.676331) +
           0.00391838 * rh * std::sqrt(rh) * std::atan(0.023101 * rh) - 4.686035;
}

}  // namespace verbund::facility
