#include "models/statistics/sensitivity.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <stdexcept>

#include "models/statistics/interval.hpp"

namespace verbund::statistics {
namespace {

constexpr double nothing = std::numeric_limits<double>::quiet_NaN();

double mean_of(std::span<const double> values) {
    double sum = 0.0;
    for (const double v : values) sum += v;
    return sum / static_cast<double>(values.size());
}

/// NaN where one of them does not vary.
double correlation(std::span<const double> x, std::span<const double> y) {
    const double mean_x = mean_of(x);
    const double mean_y = mean_of(y);
    double xx = 0.0;
    double yy = 0.0;
    double xy = 0.0;
    for (std::size_t i = 0; i < x.size(); ++i) {
        xx += (x[i] - mean_x) * (x[i] - mean_x);
        yy += (y[i] - mean_y) * (y[i] - mean_y);
        xy += (x[i] - mean_x) * (y[i] - mean_y);
    }
    // What rounding leaves of equal outcomes is no variance.
    const double scale = static_cast<double>(x.size()) * 1e-24;
    if (xx <= scale * mean_x * mean_x || yy <= scale * mean_y * mean_y) return nothing;
    return std::clamp(xy / std::sqrt(xx * yy), -1.0, 1.0);
}

Share interval(double r, std::size_t count) {
    if (std::isnan(r)) return {nothing, nothing, nothing};
    if (std::abs(r) == 1.0) return {r, r, r};
    const double half = normal_97_5 / std::sqrt(static_cast<double>(count) - 3.0);
    const double z = std::atanh(r);
    return {r, std::tanh(z - half), std::tanh(z + half)};
}

Share one_less(const Share& share) { return {1.0 - share.value, 1.0 - share.high, 1.0 - share.low}; }

}  // namespace

std::vector<Sensitivity> sensitivities(std::span<const double> outcomes, std::size_t coordinates) {
    constexpr std::size_t fewest = 4;
    const std::size_t sets = coordinates + 2;
    const std::size_t count = outcomes.size() / sets;
    if (count * sets != outcomes.size() || count < fewest)
        throw std::invalid_argument("outcomes do not fit the sensitivity design");
    const std::span<const double> a = outcomes.subspan(0, count);
    const std::span<const double> b = outcomes.subspan(count, count);
    std::vector<Sensitivity> found;
    for (std::size_t k = 0; k < coordinates; ++k) {
        const std::span<const double> mixed = outcomes.subspan((k + 2) * count, count);
        found.push_back(
            {interval(correlation(b, mixed), count), one_less(interval(correlation(a, mixed), count))});
    }
    return found;
}

double quantile(std::vector<double> values, double q) {
    if (values.empty()) return nothing;
    std::sort(values.begin(), values.end());
    const double at = q * static_cast<double>(values.size() - 1);
    const auto below = static_cast<std::size_t>(at);
    if (below + 1 >= values.size()) return values.back();
    const double part = at - static_cast<double>(below);
    if (part == 0.0 || std::isinf(values[below])) return values[below];
    return values[below] + part * (values[below + 1] - values[below]);
}

}  // namespace verbund::statistics
