#pragma once

#include <map>
#include <optional>
#include <vector>

#include "sim/deploy/demand.hpp"
#include "sim/deploy/fleet.hpp"
#include "sim/deploy/pattern_cache.hpp"
#include "sim/deploy/plant.hpp"
#include "sim/deploy/slot_load.hpp"
#include "sim/deploy/standby_pool.hpp"

/// From what a site is asked to run to hosts, racks, power and, where limits bind, refusals.
namespace verbund::deploy {

/// What a site remembers from year to year.
struct SiteState {
    explicit SiteState(Fleet fleet) : cluster{std::move(fleet)} {}
    Fleet cluster;
    std::map<StandbyPoolKey, Fleet> standby;
    std::shared_ptr<const Plant> plant;  ///< home rooms; centers get theirs from `size_centers`
    int plant_phase = -1;                ///< number of moves made when the plant was sized
};

/// Everything about a variant that a site's year depends on.
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

/// One site in one year.
struct SiteAsk {
    const Site* site = nullptr;
    const SiteDemand* demand = nullptr;
    std::vector<StandbyAsk> standby;
    double copies_sent_gbit_s = 0.0;   ///< to its backup sites
    double night_copies_gbit_s = 0.0;  ///< see `SiteDeployment`
    double home_seats = 0.0;           ///< workplaces in the same building
    int phase = 0;                     ///< moves made so far by the owner of a home room
    int year = 0;
};

/// Renews the site's hosts, places what fits and states what does not.  Home rooms get their plant here
/// (sized in the start year and again after each move); centers with automatic limits get theirs from
/// `size_centers`.
[[nodiscard]] SiteDeployment build_site(const BuildContext& context, const SiteAsk& ask, SiteState& state);

/// Power of storage and network gear that draws the same at all hours.
[[nodiscard]] double constant_it_w(const study::Study& study, const SiteDeployment& site, double home_seats,
                                   int copies, int year);

/// Two own rooms of which each can carry everything hold hosts, data and gear twice.
[[nodiscard]] int copies_of(const study::Study& study, const Site& site);

}  // namespace verbund::deploy
