#include "models/facility/diurnal_curve.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <numeric>

#include "models/base/unit_factors.hpp"

namespace verbund::facility {
namespace {

std::array<double, hours_per_day> cosine_flanks(int coldest_hour, int warmest_hour) {
    const int rise = (warmest_hour - coldest_hour + hours_per_day) % hours_per_day;
    std::array<double, hours_per_day> curve{};
    for (int hour = 0; hour < hours_per_day; ++hour) {
        const int since_coldest = (hour - coldest_hour + hours_per_day) % hours_per_day;
        const double phase = since_coldest <= rise
                                 ? double(since_coldest) / rise
                                 : 1.0 - double(since_coldest - rise) / (hours_per_day - rise);
        curve[hour] = 0.5 - 0.5 * std::cos(std::numbers::pi * phase);
    }
    return curve;
}

}  // namespace

std::array<double, 24> diurnal_curve(int coldest_hour, int warmest_hour, double mean_position) {
    std::array<double, hours_per_day> curve = cosine_flanks(coldest_hour, warmest_hour);
    double sum = 0.0;
    double bulge = 0.0;
    for (const double c : curve) {
        sum += c;
        bulge += c * (1.0 - c);
    }
    const double bend = std::clamp((mean_position * hours_per_day - sum) / bulge, -1.0, 1.0);
    for (double& c : curve) c += bend * c * (1.0 - c);
    return curve;
}

}  // namespace verbund::facility
