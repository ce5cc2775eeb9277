#pragma once

#include <cstdint>
#include <vector>

#include "sim/events/latency/strata.hpp"

/// How many transactions are sampled, when, and how long their steps are.
namespace verbund::events {

/// One sampled transaction.
struct Sample {
    float at_s = 0.0F;  ///< after midnight
    std::uint32_t stratum = 0;
    std::uint32_t number = 0;  ///< in its stratum and round
    StepDraws draws{};
};

/// Numbers of samples of the strata of one day, by what the day counts in the year.
///
/// A year's result mixes its days by their transactions, and its variance is the sum of w^2 V over days and
/// sites, w the share of the administration's transactions of this kind.  So a stratum gets samples in
/// proportion to w, and its interval may be wider by 1 / sqrt(w).
class SamplePlan {
public:
    /// Of a day of the study's typical days, or of one that stands for the whole year.
    SamplePlan(const deploy::WorldYear& input, const DayShape& day, const std::vector<Stratum>& strata,
               std::size_t administrations);

    /// Samples of a stratum in the first round, and in all rounds at most.
    [[nodiscard]] std::uint32_t first(std::size_t stratum) const { return first_[stratum]; }
    [[nodiscard]] std::uint32_t most(std::size_t stratum) const { return most_[stratum]; }
    /// Half width of the 95 % interval of a p95 that is good enough.
    [[nodiscard]] double enough_s(std::size_t stratum, double p95_s) const;

private:
    double precision_;
    double floor_s_;
    std::vector<double> share_;  ///< [stratum] of the year's transactions
    std::vector<std::uint32_t> first_;
    std::vector<std::uint32_t> most_;
};

/// Samples of a stratum in a round: times by the intensity over the day, one in each n-th part of its
/// transactions; steps exponential.  The stream is named by year, day, administration, transaction, number of
/// the site and round, but not by variant: variants are compared on the same people.
void draw_samples(const deploy::WorldYear& input, const DayShape& day, const LatencyStrata& world,
                  std::uint32_t stratum, int round, std::uint32_t count, std::vector<Sample>& out);

/// "latency/2030/winter-workday/05162004/mail/0/1"
[[nodiscard]] std::string sample_stream(const deploy::WorldYear& input, const DayShape& day,
                                        const LatencyStrata& world, std::uint32_t stratum, int round);

}  // namespace verbund::events
