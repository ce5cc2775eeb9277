#pragma once

#include <vector>

#include "sim/availability/figures.hpp"
#include "sim/availability/site_design.hpp"
#include "sim/availability/site_nodes.hpp"

/// Failures that strike sites near each other together.
namespace verbund::availability {

/// Per site, in the order of the designs: the parts of its losses of utility and of the whole site that it
/// shares with others, each over its own reach (`length.utility-local`, `length.utility-wide`,
/// `length.site-loss`; see `area_events`).  Sites at one place share all of them.
///
/// A site with two feeders is spared by all local losses but the share `two_feeders`: of the losses that it
/// shares with sites with one feeder, that share hits both and the others only those.  Over a wide area both
/// feeders fail.
[[nodiscard]] std::vector<SharedEvents> shared_events(System& system, const Figures& figures,
                                                      const std::vector<SiteDesign>& designs);

}  // namespace verbund::availability
