#pragma once

#include <cstddef>
#include <string>
#include <vector>

/// Which prices carry the cost of a study.
namespace verbund::outcome {

/// How much of the cost over the horizon a price carries.
struct PriceWeight {
    std::string key;  ///< of `prices`; "electricity" for the path of the electricity price
    std::string value;
    std::string low;
    std::string high;
    std::string mark;            ///< evidence; "G" where the study states it
    std::vector<double> weight;  ///< [variant] relative change of the cost / relative change of the price
    /// Relative change of the cost at the price's low and high end in the variant of largest weight; NaN
    /// where an end is not stated.
    double at_low = 0.0;
    double at_high = 0.0;
};

struct PriceWeights {
    std::vector<std::string> variants;
    std::vector<double> cost_eur;   ///< [variant] over the horizon
    std::vector<PriceWeight> rows;  ///< those that carry the part asked for, the heaviest first
    std::size_t others = 0;         ///< prices left out
};

}  // namespace verbund::outcome
