#include "sim/availability/core/repair_time.hpp"

#include <cmath>

namespace verbund::availability {
namespace {

double mean_of(const ExponentialTime& t) { return t.mean_h; }
double mean_of(const LognormalTime& t) { return t.median_h * std::exp(0.5 * t.sigma * t.sigma); }
double mean_of(const RangeTime& t) { return t.mean_h; }
double mean_of(const FixedTime& t) { return t.value_h; }

double draw(const ExponentialTime& t, RandomStream& random) {
    return t.mean_h * random.standard_exponential();
}
double draw(const LognormalTime& t, RandomStream& random) {
    return t.median_h * std::exp(t.sigma * random.standard_normal());
}
/// Probability of the stretch below the mean.
double lower_share(const RangeTime& t) {
    return t.high_h > t.low_h ? (t.high_h - t.mean_h) / (t.high_h - t.low_h) : 1.0;
}

/// One uniform number decides on the stretch, and what is left of it on the place within.
double draw(const RangeTime& t, RandomStream& random) {
    const double lower = lower_share(t);
    const double u = random.uniform();
    if (u < lower) return t.low_h + (t.mean_h - t.low_h) * u / lower;
    return t.mean_h + (t.high_h - t.mean_h) * (u - lower) / (1.0 - lower);
}
double draw(const FixedTime& t, RandomStream&) { return t.value_h; }

double draw_under_way(const ExponentialTime& t, RandomStream& random) {
    const double elapsed = random.standard_exponential();
    return t.mean_h * (elapsed + random.standard_exponential());
}
double draw_under_way(const LognormalTime& t, RandomStream& random) {
    return draw(LognormalTime{t.median_h * std::exp(t.sigma * t.sigma), t.sigma}, random);
}
double draw_under_way(const RangeTime& t, RandomStream& random) {
    const auto between = [](double from, double to, double u) {
        return std::sqrt(from * from + u * (to * to - from * from));
    };
    const double lower = lower_share(t) * 0.5 * (t.low_h + t.mean_h) / t.mean_h;
    const double u = random.uniform();
    if (u < lower) return between(t.low_h, t.mean_h, u / lower);
    return between(t.mean_h, t.high_h, (u - lower) / (1.0 - lower));
}
double draw_under_way(const FixedTime& t, RandomStream&) { return t.value_h; }

}  // namespace

double mean_h(const RepairTime& time) {
    return std::visit([](const auto& t) { return mean_of(t); }, time);
}

double sample_h(const RepairTime& time, RandomStream& random) {
    return std::visit([&](const auto& t) { return draw(t, random); }, time);
}

double sample_under_way_h(const RepairTime& time, RandomStream& random) {
    return std::visit([&](const auto& t) { return draw_under_way(t, random); }, time);
}

LognormalTime lognormal_of_mean(double mean_h, double sigma) {
    return {mean_h * std::exp(-0.5 * sigma * sigma), sigma};
}

}  // namespace verbund::availability
