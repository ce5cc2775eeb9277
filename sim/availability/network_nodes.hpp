#pragma once

#include <cstddef>
#include <map>
#include <utility>
#include <vector>

#include "sim/availability/figures.hpp"
#include "sim/deploy/route_pairs.hpp"
#include "sim/deploy/world_year.hpp"

/// Ways from people to sites as success graphs.
namespace verbund::availability {

/// An administration and the site (a center) whose services its people use.
using Way = std::pair<std::size_t, std::size_t>;

/// A node per way that works while the site can be reached; `routes` are those of the input's network.
///
/// * The pair of routes of `deploy::RoutePairs`, the one that is reported, is the pair that fails: where the
///   two meet the network can change from one to the other, in between one of them must work.  What both use
///   counts for both.  A center with a single network path hangs on its last link.
/// * A link fails with its length.  Of the failures inside a duct the share `share.duct-cut` cuts the duct
///   with all links in it, over the length of the duct (`network::duct_lengths`); the others, and those
///   outside its ducts, are the link's own.
/// * Two routes share an unknown duct with the probability `hidden_common_duct`, over at most
///   `length.hidden-duct` between two meeting points, and only where not both lie in stated ducts.  The
///   expectation over that probability is exact, its variance is not.
/// * Routers at the nodes of a route fail like the switch of a rack, except at its two ends.
/// Rerouting takes no time.
[[nodiscard]] std::map<Way, NodeId> add_network(System& system, const deploy::WorldYear& input,
                                                const deploy::RoutePairs& routes, const Figures& figures,
                                                const std::vector<Way>& ways);

}  // namespace verbund::availability
