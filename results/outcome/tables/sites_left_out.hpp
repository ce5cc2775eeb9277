#pragma once

#include <string>

#include "results/outcome/not_applicable.hpp"
#include "results/outcome/tables/table.hpp"

namespace verbund::outcome {

/// A candidate that was not simulated.
struct SiteLeftOut {
    std::string site;
    std::string name;
    double latitude = not_applicable;
    double longitude = not_applicable;
    std::string criterion;  ///< as in `SiteCriterion`, or "shortlist": others are cheaper and nearer
    double value = not_applicable;
    double limit = not_applicable;
    std::string unit;
    std::string text_de;
    std::string text_en;
};

template <>
const Table<SiteLeftOut>& table_of<SiteLeftOut>();

}  // namespace verbund::outcome
