#include "sim/events/latency/unloaded.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <numeric>

namespace verbund::events {
namespace {

constexpr double negligible = 1e-5;
constexpr double least_gap = 1e-3;
/// Of the tabulated survival function, per largest mean: linear between points, error (1/64)^2 / 8.
constexpr double points_per_mean = 64.0;

/// Largest first, no two alike; what is left out is added to the constant.
std::vector<double> distinct_means(const UnloadedTime& time, double& constant) {
    std::vector<double> means(time.mean_s.begin(), time.mean_s.end());
    std::sort(means.begin(), means.end(), std::greater<>());
    const double largest = means.front();
    while (!means.empty() && means.back() <= negligible * largest) {
        constant += means.back();
        means.pop_back();
    }
    for (std::size_t i = 1; i < means.size(); ++i)
        means[i] = std::min(means[i], means[i - 1] * (1.0 - least_gap));
    return means;
}

/// P(sum of exponentials > t), tabulated step by step without calls of exp.
class Survival {
public:
    explicit Survival(const std::vector<double>& means) : step_{means.front() / points_per_mean} {
        for (const double m : means) {
            double factor = 1.0;
            for (const double other : means)
                if (other != m) factor *= m / (m - other);
            terms_.push_back(factor);
            decay_.push_back(std::exp(-step_ / m));
        }
    }

    void advance() {
        before_ = now_;
        now_ = 0.0;
        for (std::size_t i = 0; i < terms_.size(); ++i) now_ += terms_[i] *= decay_[i];
        now_ = std::min(now_, before_);  // rounding
        t_ += step_;
    }
    [[nodiscard]] double now() const { return now_; }
    /// Time at which the function took a value between the last two points.
    [[nodiscard]] double time_of(double value) const {
        const double fall = before_ - now_;
        return fall > 0.0 ? t_ - step_ * (value - now_) / fall : t_;
    }

private:
    double step_;
    double t_ = 0.0;
    double before_ = 1.0;
    double now_ = 1.0;
    std::vector<double> terms_;
    std::vector<double> decay_;
};

}  // namespace

double mean_s(const UnloadedTime& time) {
    return std::accumulate(time.mean_s.begin(), time.mean_s.end(), static_cast<double>(time.constant_s));
}

double length_s(const UnloadedTime& time, const StepDraws& draws) {
    double sum = time.constant_s;
    for (std::size_t i = 0; i < draws.size(); ++i) sum += static_cast<double>(time.mean_s[i]) * draws[i];
    return sum;
}

std::vector<float> middle_quantiles(const UnloadedTime& time, std::size_t count) {
    double constant = time.constant_s;
    const std::vector<double> means = distinct_means(time, constant);
    std::vector<float> out(count, static_cast<float>(constant));
    if (means.empty()) return out;
    Survival survival(means);
    for (std::size_t i = 0; i < count; ++i) {
        const double above = 1.0 - (static_cast<double>(i) + 0.5) / static_cast<double>(count);
        while (survival.now() > above) survival.advance();
        out[i] = static_cast<float>(constant + survival.time_of(above));
    }
    return out;
}

}  // namespace verbund::events
