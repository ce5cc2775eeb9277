#pragma once

#include <cstdint>
#include <string>

#include "results/outcome/not_applicable.hpp"
#include "results/outcome/tables/table.hpp"

namespace verbund::outcome {

/// A criterion of a simulated choice.
struct SiteCriterion {
    std::int32_t variant = 0;
    std::int32_t year = 0;
    std::string sites;
    std::string site;       ///< the chosen site that decides; empty = the choice as a whole
    std::string criterion;  ///< distance, spacing, hazard, grid-region, path, round-trip, capacity, latency,
                            ///< availability, rules
    std::string verdict;    ///< met, justify, missed, info
    double value = not_applicable;
    double limit = not_applicable;
    std::string unit;
    std::string text_de;
    std::string text_en;
};

template <>
const Table<SiteCriterion>& table_of<SiteCriterion>();

}  // namespace verbund::outcome
