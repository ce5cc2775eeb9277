#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "models/statistics/interval.hpp"

/// Sums over simulated years, and what they say.
namespace verbund::availability {

using statistics::normal_97_5;

/// Lengths of outages by number, in bins of equal ratio; a quantile is exact to half a bin (4 %).
class LengthHistogram {
public:
    /// Bin of a length, the same for every histogram.
    [[nodiscard]] static std::size_t bin_of(double length_h);
    void add(std::size_t bin, double weight) { weight_[bin] += weight; }
    void merge(const LengthHistogram& other, double weight = 1.0);
    /// Length that a share q of the outages stays within; 0 without outages.
    [[nodiscard]] double quantile_h(double q) const;

private:
    static constexpr double shortest_h = 1e-3;
    static constexpr int per_decade = 32;
    static constexpr std::size_t bins = std::size_t{8} * per_decade;  ///< up to 1e5 h
    std::array<double, bins> weight_{};
};

/// What is known of a report after all years, per simulated year.
struct Estimate {
    double downtime_h = 0.0;  ///< mean
    double low_h = 0.0;       ///< 95 % interval, years as independent replications
    double high_h = 0.0;
    double standard_error_h = 0.0;
    double outages = 0.0;  ///< that begin within a year
    double over_1_h = 0.0;
    double over_8_h = 0.0;
    double over_24_h = 0.0;
    double p50_h = 0.0;  ///< of the lengths of outages
    double p95_h = 0.0;
    double longest_h = 0.0;  ///< seen, failures at their own rates
    std::vector<double> by_cause_h;
};

/// Sums of one report.
class Tally {
public:
    explicit Tally(std::size_t causes) : by_cause_h_(causes) {}

    /// An outage that begins within the year, with the bin of its length; `own_rate`: in a year as likely as
    /// it was drawn.
    void add_outage(double length_h, std::size_t bin, double weight, bool own_rate);
    void add_downtime(std::uint32_t cause, double weighted_h) { by_cause_h_[cause] += weighted_h; }
    /// The year's weighted downtime; years without any need not be added.
    void add_year(double downtime_h);
    void merge(const Tally& other);
    /// The outages of another, each times `weight`, without its years.
    void add_outages(const Tally& other, double weight);

    /// Interval: mean -+ 1.96 s / sqrt(years), cut off at zero.
    [[nodiscard]] Estimate estimate(std::size_t years) const;

private:
    double sum_h_ = 0.0;
    double sum_squares_ = 0.0;
    double outages_ = 0.0;
    double over_1_ = 0.0;
    double over_8_ = 0.0;
    double over_24_ = 0.0;
    double longest_h_ = 0.0;
    std::vector<double> by_cause_h_;
    LengthHistogram lengths_;
};

}  // namespace verbund::availability
