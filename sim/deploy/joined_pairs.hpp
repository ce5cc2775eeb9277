#pragma once

#include <vector>

#include "sim/deploy/deployment.hpp"
#include "sim/deploy/sites.hpp"

namespace verbund::deploy {

/// The pairs, as indices into `replications`, between whose sites two routes are laid: each primary's with
/// its nearest backup site, and each backup site's with the nearest of its primaries, so that no site that
/// sends or takes copies is without its two routes.  Every two sites once, at the first of their pairs, those
/// of primaries before those of backup sites.
///
/// Of a load that spreads over a group the other pairs use these routes and the backbone (A): a group of n
/// sites that all back each other up would lay n (n - 1) / 2 double routes, which nobody does.
[[nodiscard]] std::vector<std::size_t> joined_pairs(const std::vector<Replication>& replications,
                                                    const std::vector<Site>& sites);

}  // namespace verbund::deploy
