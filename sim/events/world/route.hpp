#pragma once

#include <cstddef>
#include <vector>

#include "sim/deploy/network_plan.hpp"

/// Paths through the network with the direction in which they pass each link.
namespace verbund::events {

/// A link of a route and the direction it is used in.
struct Hop {
    std::size_t link = 0;
    bool forward = true;  ///< from the link's `from` to its `to`
};

/// From people (or a primary) to a site.
struct Route {
    std::vector<Hop> hops;
};

/// Follows `links`, which are in the order of travel, from `node`.  Throws `std::invalid_argument` if they do
/// not join.
[[nodiscard]] Route route_along(const network::Topology& topology, std::size_t node,
                                const std::vector<std::size_t>& links);
/// Latency-shortest route from a node to a center.
[[nodiscard]] Route shortest_route(const deploy::NetworkPlan& plan, std::size_t node, std::size_t site);
/// Propagation and hops, one way, s; gateways apart.
[[nodiscard]] double one_way_s(const deploy::NetworkPlan& plan, const Route& route);

}  // namespace verbund::events
