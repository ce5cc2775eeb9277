#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "sim/events/latency/unloaded.hpp"

/// Quantiles of response times from few samples and the known distribution without load.
namespace verbund::events {

/// Simulated transactions of one kind, administration and site on one kind of day.
///
/// Kept is how much longer each took than the same transaction without load (its stretch), in the order of
/// the unloaded time.
struct SampleGroup {
    std::uint32_t administration = 0;
    std::uint32_t transaction = 0;
    double per_day = 0.0;                ///< transactions of the day, of the administration
    double administration_weight = 1.0;  ///< administrations that it stands for
    UnloadedTime unloaded;
    float excess_s = 0.0F;    ///< mean of simulated - unloaded time of the same transactions
    float saturated = 0.0F;   ///< share that crossed a link loaded above 98 %
    std::uint32_t first = 0;  ///< of its stretches
    std::uint32_t count = 0;
};

/// Interval of a quantile.
struct Interval {
    double low = 0.0;
    double high = 0.0;
};

/// Whether stretches differ by less than a thousandth: then nothing is uncertain.
[[nodiscard]] bool nearly_equal(std::span<const float> stretches);

/// Response times that samples stand for, as equally weighted points.
///
/// Of n samples the j-th in the order of the unloaded time T0 stands for all transactions with a T0 between
/// the quantiles j / n and (j + 1) / n: `points` exact quantiles of that part times the sample's stretch.
/// Without sharing all stretches are 1 and the points are the known distribution, however few the samples;
/// under load they tend to the simulated distribution as n grows, since the stretch is read off a transaction
/// of nearly the same length.
class ResponsePoints {
public:
    ResponsePoints(const UnloadedTime& unloaded, std::span<const float> stretches);

    [[nodiscard]] const std::vector<float>& seconds() const { return seconds_; }
    /// Variance of the share of transactions below a time, were the samples drawn again: each sample's part
    /// with the stretches of all others in its place.
    [[nodiscard]] double share_variance(double seconds) const;

private:
    std::span<const float> stretches_;
    std::size_t points_ = 1;  ///< of a sample
    std::vector<float> unloaded_;
    std::vector<float> seconds_;  ///< in the order of the unloaded time
};

/// Mixture of samples by weight.
class ResponseMixture {
public:
    void add(ResponsePoints points, double weight);
    /// Sorts; call once, after the last `add`.
    void finish();

    /// Smallest time that a share p of all transactions does not exceed.  Needs `finish` and one `add`.
    [[nodiscard]] double quantile(double p) const;
    [[nodiscard]] double share_above(double seconds) const;
    /// 95 % interval of a quantile: Clopper and Pearson's for the share of as many independent samples as
    /// would have this variance, read off the quantiles.
    [[nodiscard]] Interval interval(double p) const;

private:
    struct Part {
        ResponsePoints points;
        double weight;
    };
    struct Point {
        float seconds;
        float weight;
    };
    std::vector<Part> parts_;
    std::vector<Point> sorted_;
    double total_ = 0.0;
};

/// 95 % interval of a share p that was measured with a variance; Clopper and Pearson, Biometrika 26, 1934.
[[nodiscard]] Interval share_interval(double p, double variance);

}  // namespace verbund::events
