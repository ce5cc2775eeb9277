#include "sim/availability/core/repair_time.hpp"

#include <cmath>

namespace verbund::availability {
namespace {

double mean_of(const ExponentialTime& t) { return t.mean_h; }
double mean_of(const LognormalTime& t) { return t.median_h * std::exp(0.5 * t.sigma * t.sigma); }
double mean_of(const UniformTime& t) { return 0.5 * (t.low_h + t.high_h); }
double mean_of(const FixedTime& t) { return t.value_h; }

double draw(const ExponentialTime& t, RandomStream& random) {
    return t.mean_h * random.standard_exponential();
}
double draw(const LognormalTime& t, RandomStream& random) {
    return t.median_h * std::exp(t.sigma * random.standard_normal());
}
double draw(const UniformTime& t, RandomStream& random) {
    return t.low_h + (t.high_h - t.low_h) * random.uniform();
}
double draw(const FixedTime& t, RandomStream&) { return t.value_h; }

double draw_under_way(const ExponentialTime& t, RandomStream& random) {
    const double elapsed = random.standard_exponential();
    return t.mean_h * (elapsed + random.standard_exponential());
}
double draw_under_way(const LognormalTime& t, RandomStream& random) {
    return draw(LognormalTime{t.median_h * std::exp(t.sigma * t.sigma), t.sigma}, random);
}
double draw_under_way(const UniformTime& t, RandomStream& random) {
    const double low2 = t.low_h * t.low_h;
    return std::sqrt(low2 + random.uniform() * (t.high_h * t.high_h - low2));
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
