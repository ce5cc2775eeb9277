#pragma once

#include <cstddef>
#include <map>
#include <utility>
#include <vector>

#include "sim/availability/figures.hpp"
#include "sim/availability/input.hpp"

/// Ways from people to sites as success graphs.
namespace verbund::availability {

/// An administration and the site (a center) whose services its people use.
using Way = std::pair<std::size_t, std::size_t>;

/// A node per way that works while the site can be reached.
///
/// * The administration's access is the first link of its shortest path.  From there on the network reroutes:
///   of the cheapest pair of disjoint paths (models/network/disjoint.hpp) one must work; what both share
///   counts for both.  A center with a single network path hangs on its last link.
/// * With `second_access` the administration itself has two ways: its own disjoint pair where the network has
///   one, else a second access line as long as the first.
/// * A link fails with its length.  Links in one duct fail together: a link's cuts happen in its ducts, in
///   equal parts, and a duct is cut as often as the link in it that needs most.
/// * Two routes of which no duct is known share one with the probability `hidden_common_duct`, over
///   `hidden_duct_km`.  The expectation over that probability is exact, its variance is not.
/// Rerouting takes no time; routers do not fail.
[[nodiscard]] std::map<Way, NodeId> add_network(System& system, const AvailabilityInput& input,
                                                const Figures& figures, const std::vector<Way>& ways);

}  // namespace verbund::availability
