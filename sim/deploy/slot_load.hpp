#pragma once

#include <vector>

#include "models/workload/profile_set.hpp"
#include "sim/deploy/deployment.hpp"

/// Load and power of a site's pools at every distinct hour of a year (see `workload::YearPatterns`).
namespace verbund::deploy {

/// Distinct hours: slot = pattern * 24 + hour.
struct SlotGrid {
    const workload::ProfileSet* profiles = nullptr;
    const workload::YearPatterns* patterns = nullptr;
};

/// States that a site's load terms follow, ascending; the site's own if there are none.
[[nodiscard]] std::vector<FederalState> states_of(const SiteDeployment& site, FederalState own);

/// Sum of the terms in every slot.
[[nodiscard]] std::vector<double> slot_load(const std::vector<LoadTerm>& terms, const SlotGrid& grid);

/// Use of a pool by state, kind of day and hour.
struct PoolSlots {
    std::vector<double> power_w;
    double performance_ops = 0.0;     ///< of the running hosts
    std::vector<double> utilisation;  ///< load / performance, unclipped
};
[[nodiscard]] PoolSlots pool_slots(const Pool& pool, const HostTypes& types, const SlotGrid& grid);

/// IT power in every slot: all pools plus the constant part.
[[nodiscard]] std::vector<double> site_it_power_w(const SiteDeployment& site, const HostTypes& types,
                                                  const SlotGrid& grid);

}  // namespace verbund::deploy
