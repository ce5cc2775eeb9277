#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <vector>

#include <boost/math/distributions/students_t.hpp>

/// Confidence intervals of results of one long simulation.
namespace verbund::test {

struct Estimate {
    double mean = 0.0;
    double half_width = 0.0;

    [[nodiscard]] bool holds(double value) const { return std::abs(value - mean) <= half_width; }
};

/// 99 % interval (Student) of a figure that each batch gives once.
inline Estimate estimate_of(const std::vector<double>& batches) {
    const auto n = static_cast<double>(batches.size());
    double sum = 0.0;
    for (const double b : batches) sum += b;
    const double mean = sum / n;
    double squares = 0.0;
    for (const double b : batches) squares += (b - mean) * (b - mean);
    const double deviation = std::sqrt(squares / (n - 1.0) / n);
    const boost::math::students_t student(n - 1.0);
    return {mean, boost::math::quantile(student, 0.995) * deviation};
}

inline double mean_of(const std::vector<double>& values) {
    double sum = 0.0;
    for (const double v : values) sum += v;
    return sum / static_cast<double>(values.size());
}

/// Smallest value that a share p does not exceed.
inline double quantile_of(std::vector<double> values, double p) {
    std::sort(values.begin(), values.end());
    const auto place = static_cast<std::size_t>(std::ceil(p * static_cast<double>(values.size())));
    return values[std::clamp<std::size_t>(place, 1, values.size()) - 1];
}

/// `figure` of each of `count` batches, after dropping the first tenth as warm-up.
template <typename Figure>
Estimate batch_estimate(const std::vector<double>& values, std::size_t count, const Figure& figure) {
    const std::size_t warm_up = values.size() / 10;
    const std::size_t size = (values.size() - warm_up) / count;
    std::vector<double> batches;
    for (std::size_t b = 0; b < count; ++b) {
        const auto from = values.begin() + static_cast<std::ptrdiff_t>(warm_up + b * size);
        batches.push_back(figure(std::vector<double>(from, from + static_cast<std::ptrdiff_t>(size))));
    }
    return estimate_of(batches);
}

}  // namespace verbund::test
