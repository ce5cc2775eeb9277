#pragma once

#include <vector>

#include "results/outcome/outcome.hpp"
#include "sim/deploy/route_pairs.hpp"
#include "sim/deploy/routes_in_use.hpp"

namespace verbund::batch {

/// Pairs of routes, and what prevents better ones.
struct RouteRows {
    std::vector<outcome::RoutePair> pairs;
    std::vector<outcome::RouteCut> cuts;  ///< what the pairs share
};

/// A pair per way, in their order; `variant` is left 0.  Round trip = 2 (propagation + hops + 2 gateways), as
/// `network::round_trip`.
[[nodiscard]] RouteRows route_rows(const deploy::NetworkPlan& plan, const std::vector<deploy::RouteUse>& uses,
                                   const deploy::RoutePairs& routes);

}  // namespace verbund::batch
