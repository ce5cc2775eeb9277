#include "sim/availability/core/tally.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace verbund::availability {

std::size_t LengthHistogram::bin_of(double length_h) {
    const double position = per_decade * std::log10(std::max(length_h, shortest_h) / shortest_h);
    return std::min(static_cast<std::size_t>(position), bins - 1);
}

void LengthHistogram::merge(const LengthHistogram& other, double weight) {
    for (std::size_t i = 0; i < bins; ++i) weight_[i] += weight * other.weight_[i];
}

double LengthHistogram::quantile_h(double q) const {
    const double all = std::accumulate(weight_.begin(), weight_.end(), 0.0);
    if (all <= 0.0) return 0.0;
    double below = 0.0;
    std::size_t bin = 0;
    while (bin + 1 < bins && below + weight_[bin] < q * all) below += weight_[bin++];
    const double within = weight_[bin] > 0.0 ? std::clamp((q * all - below) / weight_[bin], 0.0, 1.0) : 0.0;
    return shortest_h * std::pow(10.0, (static_cast<double>(bin) + within) / per_decade);
}

void Tally::add_outage(double length_h, std::size_t bin, double weight, bool own_rate) {
    outages_ += weight;
    if (length_h > 1.0) over_1_ += weight;
    if (length_h > 8.0) over_8_ += weight;
    if (length_h > 24.0) over_24_ += weight;
    if (own_rate) longest_h_ = std::max(longest_h_, length_h);
    lengths_.add(bin, weight);
}

void Tally::add_year(double downtime_h) {
    sum_h_ += downtime_h;
    sum_squares_ += downtime_h * downtime_h;
}

void Tally::merge(const Tally& other) {
    sum_h_ += other.sum_h_;
    sum_squares_ += other.sum_squares_;
    add_outages(other, 1.0);
}

void Tally::add_outages(const Tally& other, double weight) {
    outages_ += weight * other.outages_;
    over_1_ += weight * other.over_1_;
    over_8_ += weight * other.over_8_;
    over_24_ += weight * other.over_24_;
    longest_h_ = std::max(longest_h_, other.longest_h_);
    for (std::size_t i = 0; i < by_cause_h_.size(); ++i) by_cause_h_[i] += weight * other.by_cause_h_[i];
    lengths_.merge(other.lengths_, weight);
}

Estimate Tally::estimate(std::size_t years) const {
    const auto n = static_cast<double>(years);
    Estimate e;
    e.downtime_h = sum_h_ / n;
    const double variance =
        n > 1.0 ? std::max(0.0, (sum_squares_ - n * e.downtime_h * e.downtime_h) / (n - 1.0)) : 0.0;
    e.standard_error_h = std::sqrt(variance / n);
    e.low_h = std::max(0.0, e.downtime_h - normal_97_5 * e.standard_error_h);
    e.high_h = e.downtime_h + normal_97_5 * e.standard_error_h;
    e.outages = outages_ / n;
    e.over_1_h = over_1_ / n;
    e.over_8_h = over_8_ / n;
    e.over_24_h = over_24_ / n;
    e.p50_h = lengths_.quantile_h(0.50);
    e.p95_h = lengths_.quantile_h(0.95);
    e.longest_h = longest_h_;
    for (const double h : by_cause_h_) e.by_cause_h.push_back(h / n);
    return e;
}

}  // namespace verbund::availability
