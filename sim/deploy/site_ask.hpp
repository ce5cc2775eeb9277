#pragma once

#include <vector>

#include "models/workload/profile_set.hpp"
#include "sim/deploy/demand.hpp"
#include "sim/deploy/deployment.hpp"
#include "sim/deploy/fleet.hpp"
#include "sim/deploy/pattern_cache.hpp"
#include "sim/deploy/standby_pool.hpp"

/// What a site is asked to run in a phase, and what the answer depends on: read by those who buy its hosts
/// (`site_builder`), count its needs (`needs`) and refuse what exceeds its limits (`refusal`,
/// `standby_admission`).
namespace verbund::deploy {

/// Everything about a variant that a site's deployment depends on.
struct BuildContext {
    const study::Study* study = nullptr;
    const catalog::Catalog* catalog = nullptr;
    const std::vector<catalog::WorkloadClass>* workloads = nullptr;
    const workload::ProfileSet* profiles = nullptr;
    HostCatalog* hosts = nullptr;
    PatternCache* patterns = nullptr;
    FleetRules fleet_rules;
    /// Year of which the estate is known: in it, and in each year before, hosts and rooms are set up as they
    /// stand then; from it on they are carried from year to year, whichever years are computed.
    int start_year = 0;
};

/// One site in one phase.
struct SiteAsk {
    const Site* site = nullptr;
    const SiteDemand* demand = nullptr;
    std::vector<StandbyAsk> standby;
    double copies_sent_gbit_s = 0.0;   ///< to its backup sites
    double night_copies_gbit_s = 0.0;  ///< see `SiteDeployment`
    double outside_copies_gb = 0.0;    ///< see `SiteDeployment`
    double home_seats = 0.0;           ///< workplaces in the same building
    int moves_made = 0;                ///< so far, by the owner of a home room
    bool stands = true;                ///< a center that is commissioned and not closed, or a home room
    Phase phase{};
};

/// Whether two phases ask the same of a site; what protects nothing does not count.
[[nodiscard]] bool asks_the_same(const SiteAsk& a, const SiteAsk& b);

}  // namespace verbund::deploy
