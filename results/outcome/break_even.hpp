#pragma once

#include <cstddef>
#include <string>
#include <vector>

/// At which value of a figure the order of two variants turns.
namespace verbund::outcome {

/// Two variants that need the same of an outcome.
struct BreakEvenPoint {
    std::string outcome;
    double value = 0.0;      ///< of the figure, in its unit
    std::string less_below;  ///< variant that needs less below that value
    std::string less_above;
};

/// One figure moved between two ends, all others as the study has them.
struct BreakEven {
    std::string title;
    std::string key;
    std::string unit;  ///< of its values; empty for a plain number
    int first_year = 0;
    int last_year = 0;
    std::vector<std::string> variants;
    std::vector<std::string> outcomes;  ///< names among `sweep_outcomes`, summed over all years
    std::vector<double> samples;        ///< values of the figure, rising
    std::vector<double> sums;           ///< [outcome][variant][sample]
    std::vector<BreakEvenPoint> points;
    std::vector<std::string> unmoved;  ///< variants that the figure does not reach

    [[nodiscard]] double sum(std::size_t outcome, std::size_t variant, std::size_t sample) const {
        return sums[(outcome * variants.size() + variant) * samples.size() + sample];
    }
};

}  // namespace verbund::outcome
