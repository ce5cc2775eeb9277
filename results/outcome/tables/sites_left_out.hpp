#pragma once

#include <string>

#include "models/base/resource.hpp"
#include "results/outcome/not_applicable.hpp"
#include "results/outcome/tables/table.hpp"

namespace verbund::outcome {

/// A candidate that was not simulated, and why.
struct SiteLeftOut {
    std::string site;
    std::string name;
    double latitude = not_applicable;
    double longitude = not_applicable;
    std::string criterion;  ///< as in `SiteCriterion`, or "shortlist": others are cheaper and nearer
    std::string primary;    ///< the site that value and limit are of, where they are of two
    Resource binding = Resource::none;  ///< of capacity: what does not suffice
    double value = not_applicable;
    double limit = not_applicable;
    std::string unit;
};

template <>
const Table<SiteLeftOut>& table_of<SiteLeftOut>();

}  // namespace verbund::outcome
