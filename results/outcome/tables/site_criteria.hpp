#pragma once

#include <cstdint>
#include <string>

#include "models/base/resource.hpp"
#include "results/outcome/not_applicable.hpp"
#include "results/outcome/tables/table.hpp"

namespace verbund::outcome {

/// A criterion of a simulated choice, with all that its sentence says.
struct SiteCriterion {
    std::int32_t variant = 0;
    std::int32_t year = 0;
    std::string sites;
    std::string site;       ///< the chosen site that decides; empty = the choice as a whole
    std::string primary;    ///< the site it stands in for, where the criterion is of the two
    std::string criterion;  ///< distance, spacing, hazard, grid-region, path, round-trip, capacity, latency,
                            ///< availability, rules
    std::string verdict;    ///< met, justify, missed, info
    std::string reason;     ///< of round-trip: how to replicate, as in `SiteOption`; of path: workplaces
                         ///< (their share with two routes) or shared (by the routes of two sites); of rules:
                         ///< duty-missed
    double value = not_applicable;
    double limit = not_applicable;
    std::string unit;
    double other_value = not_applicable;  ///< hazard: reach of an event; latency: round trip of 95 % of the
                                          ///< workplaces; capacity: servers to be held
    std::string other_unit;
    Resource binding = Resource::none;  ///< of capacity: what is missing
    std::string region;                 ///< of grid-region: the common one
    std::string rule;                   ///< of rules: the one that is missed
    std::string since;                  ///< ISO date from which that rule holds
};

template <>
const Table<SiteCriterion>& table_of<SiteCriterion>();

}  // namespace verbund::outcome
