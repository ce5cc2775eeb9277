#pragma once

#include <vector>

#include "results/outcome/outcome.hpp"
#include "sim/deploy/route_pairs.hpp"
#include "sim/deploy/routes_in_use.hpp"

namespace verbund::batch {

/// What is known of a variant's network.
struct RouteFacts {
    const deploy::VariantDeployment& variant;
    const deploy::NetworkPlan& network;
    const outcome::Run& run;  ///< names its centers and administrations
};

/// A row per way, in their order; `variant` is left 0.  Round trip = 2 (propagation + hops + 2 gateways), as
/// `network::round_trip`.
[[nodiscard]] std::vector<outcome::RoutePair> route_rows(const RouteFacts& facts,
                                                         const std::vector<deploy::RouteUse>& uses,
                                                         deploy::RoutePairs& routes);

}  // namespace verbund::batch
