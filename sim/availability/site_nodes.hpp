#pragma once

#include <vector>

#include "scenarios/study/availability.hpp"
#include "scenarios/study/events.hpp"
#include "sim/availability/figures.hpp"
#include "sim/availability/site_design.hpp"

/// Sites as success graphs.
namespace verbund::availability {

/// What holds at every site.
struct SiteRules {
    const Figures* figures = nullptr;
    const study::Availability* availability = nullptr;
    const study::Recovery* recovery = nullptr;
};

/// What a site shares with others near it: events that hit them together.  Its own part of each rate is what
/// these leave.
struct SharedEvents {
    std::vector<NodeId> utility;  ///< losses of utility
    std::vector<NodeId> loss;     ///< losses of the site
    double utility_own = 1.0;     ///< share of the long and short losses of utility that are its own
    double loss_own = 1.0;        ///< of its losses
};

/// Share of failovers that do not succeed.
[[nodiscard]] double failover_failure(const study::Availability& study);

/// Works while the site can run services: room (power, cooling, switches), storage, hosts, and the site
/// itself.
///
/// * Utility fails shortly, long, and over a wide area; it and the total loss of the site strike sites near
///   each other together (`shared`).
/// * A UPS carries each loss of utility unless it fails on demand, for its autonomy or, with a generator that
///   starts and keeps running, until utility returns.  A failed module passes its load to the others or,
///   where too few are left, to the bypass: they matter while the battery carries.  A share `common_cause` of
///   module failures drops the load: with a spare once for the group (beta factor), without one on each of
///   the module's ways to the bypass.  2N: two such chains.
/// * Cooling: units as many as the heat needs, plus the spare; without them hosts stop at the thermal limit.
/// * After power or cooling was lost, services start again within `restart`.
/// * Two rooms: each with power, cooling, switch and storage of its own; the other takes over as failovers
/// do,
///   decided by software.
/// * Hosts: at least `hosts_needed` of a cluster.
/// Neglects the restart of single VMs after a host failure (minutes), failures of single physical servers,
/// and that a generator's fuel ends.
NodeId add_site(System& system, const SiteRules& rules, const SiteDesign& design, const SharedEvents& shared);

}  // namespace verbund::availability
