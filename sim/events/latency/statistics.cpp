#include "sim/events/latency/statistics.hpp"

#include <algorithm>
#include <cmath>

#include <boost/math/special_functions/beta.hpp>

namespace verbund::events {
namespace {

/// Points of a group, and of one sample at most.
constexpr std::size_t usual_points = 240;
constexpr std::size_t most_points_of_sample = 20;
constexpr double tail = 0.025;
constexpr float negligible_difference = 1e-3F;

}  // namespace

bool nearly_equal(std::span<const float> stretches) {
    const auto [least, most] = std::minmax_element(stretches.begin(), stretches.end());
    return stretches.size() > 1 && *most <= *least * (1.0F + negligible_difference);
}

ResponsePoints::ResponsePoints(const UnloadedTime& unloaded, std::span<const float> stretches)
    : stretches_{stretches} {
    points_ = std::clamp<std::size_t>(usual_points / std::max<std::size_t>(1, stretches.size()), 1,
                                      most_points_of_sample);
    unloaded_ = middle_quantiles(unloaded, stretches.size() * points_);
    seconds_ = unloaded_;
    for (std::size_t i = 0; i < seconds_.size(); ++i) seconds_[i] *= stretches[i / points_];
}

double ResponsePoints::share_variance(double seconds) const {
    const std::size_t n = stretches_.size();
    if (n < 2) return 0.25;
    if (nearly_equal(stretches_)) return 0.0;
    const auto [least, most] = std::minmax_element(stretches_.begin(), stretches_.end());
    double sum = 0.0;
    for (std::size_t j = 0; j < n; ++j) {
        const auto from = unloaded_.begin() + static_cast<std::ptrdiff_t>(j * points_);
        const auto to = from + static_cast<std::ptrdiff_t>(points_);
        const bool always_above = *from * *least > seconds;
        const bool always_below = *(to - 1) * *most <= seconds;
        if (always_above || always_below) continue;
        double first = 0.0;
        double second = 0.0;
        for (const float stretch : stretches_) {
            const auto limit = static_cast<float>(seconds / stretch);
            const double below =
                static_cast<double>(std::upper_bound(from, to, limit) - from) / static_cast<double>(points_);
            first += below;
            second += below * below;
        }
        const auto count = static_cast<double>(n);
        sum += std::max(0.0, second - first * first / count) / (count - 1.0);
    }
    return sum / static_cast<double>(n * n);
}

void ResponseMixture::add(ResponsePoints points, double weight) {
    if (points.seconds().empty() || weight <= 0.0) return;
    const double each = weight / static_cast<double>(points.seconds().size());
    for (const float seconds : points.seconds()) sorted_.push_back({seconds, static_cast<float>(each)});
    total_ += weight;
    parts_.push_back({std::move(points), weight});
}

void ResponseMixture::finish() {
    std::sort(
        sorted_.begin(), sorted_.end(), [](const Point& a, const Point& b) { return a.seconds < b.seconds; });
}

double ResponseMixture::quantile(double p) const {
    const double wanted = p * total_;
    double sum = 0.0;
    for (const Point& point : sorted_) {
        sum += point.weight;
        if (sum >= wanted) return point.seconds;
    }
    return sorted_.back().seconds;
}

double ResponseMixture::share_above(double seconds) const {
    double sum = 0.0;
    for (auto point = sorted_.rbegin(); point != sorted_.rend() && point->seconds > seconds; ++point)
        sum += point->weight;
    return std::min(1.0, sum / total_);
}

Interval ResponseMixture::interval(double p) const {
    const double at = quantile(p);
    double variance = 0.0;
    for (const Part& part : parts_) {
        const double share = part.weight / total_;
        variance += share * share * part.points.share_variance(at);
    }
    const Interval shares = share_interval(p, variance);
    return {quantile(shares.low), quantile(shares.high)};
}

Interval share_interval(double p, double variance) {
    constexpr double as_good_as_none = 1e-9;
    if (variance < as_good_as_none) return {p, p};
    const double samples = p * (1.0 - p) / variance;
    const double yes = p * samples;
    const double no = (1.0 - p) * samples;
    // Twice the digits of a double would be a tenth of a typical day's time for nothing.
    using Plain = boost::math::policies::policy<boost::math::policies::promote_double<false>>;
    return {boost::math::ibeta_inv(yes, no + 1.0, tail, Plain{}),
            boost::math::ibeta_inv(yes + 1.0, no, 1.0 - tail, Plain{})};
}

}  // namespace verbund::events
