#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "results/outcome/sweep.hpp"

namespace verbund::outcome {

/// Variants of one sweep or of several, side by side in their draws.  Rows name a variant by its label: its
/// id, or "file:id" where several files are compared.
struct SweepComparison {
    std::vector<std::string> labels;
    std::string base;  ///< label of the variant that the others are compared with
    /// Whether the draws of all files are the same: then variants meet draw by draw, else every draw of one
    /// meets every draw of the other.
    bool same_draws = true;
    std::vector<Band> bands;                ///< over the horizon, as the files have them
    std::vector<PairRow> pairs;             ///< each variant against the base
    std::vector<std::string> other_people;  ///< labels of those that serve other people than the base
};

}  // namespace verbund::outcome
