#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "results/report/comparison.hpp"

/// Variants weighed against each other by criteria that whoever decides has chosen.
namespace verbund::report {

/// A figure and how much it counts.
struct ScoreWeight {
    std::string figure;  ///< name of a figure (figures.hpp)
    double weight = 0.0;
};

/// "cost_total_eur=40,downtime_h=20" as weights.  Throws `RunFailed` for what is no name and number above
/// zero, or named twice.
[[nodiscard]] std::vector<ScoreWeight> parse_score_weights(std::string_view text);

/// One criterion of a card, by variant.
struct ScoreCriterion {
    const Figure* figure = nullptr;
    double share = 0.0;  ///< of all weights
    std::vector<double> values;
    std::vector<double> points;  ///< 0 to 100
};

/// What the variants of a comparison score in its last year, of those with the scope of its base.
///
/// Points of a figure of which less is better: 100 x best / own; of grades and of shares that hold (BSI
/// class, nights) 100 x own / best.  Where the best is 0, 100 for as good ones and 0 for all others; 0 for a
/// recovery that never comes.  The ratio, not the span between best and worst: two that differ by 1 % differ
/// by one point.  Sum: points weighted by the shares.  Source: the simple ratio method of UfAB 2018 for
/// prices.
struct ScoreCard {
    int year = 0;
    std::vector<std::string> labels;    ///< [variant]
    std::vector<std::string> left_out;  ///< variants that serve others than the base does
    std::vector<ScoreCriterion> criteria;
    std::vector<double> sums;  ///< [variant]
    /// Names of criteria without which another variant would have the highest sum.
    std::vector<std::string> decisive;

    [[nodiscard]] std::size_t first() const;  ///< with the highest sum; of equal ones the first
};

/// Throws `RunFailed` for a figure that there is not or that some variant has no value of.
[[nodiscard]] ScoreCard score_card(const Comparison& comparison, const std::vector<ScoreWeight>& weights);

}  // namespace verbund::report
