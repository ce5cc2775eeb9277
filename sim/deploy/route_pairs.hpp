#pragma once

#include <cstddef>
#include <map>
#include <utility>

#include "models/network/disjoint.hpp"
#include "sim/deploy/network_plan.hpp"

/// Pairs of routes between the nodes of a variant and its centers, searched once however many ask.
namespace verbund::deploy {

/// Whether nothing is common to the two routes: they are disjoint, or there is no way to go at all.
[[nodiscard]] bool share_nothing(const network::DisjointPaths& paths);

class RoutePairs {
public:
    /// The plan must outlive it.
    explicit RoutePairs(const NetworkPlan& network) : network_{&network} {}

    /// From a node of the topology to a center, see `network::disjoint_paths`.  Valid as long as this lives.
    [[nodiscard]] const network::DisjointPaths& between(std::size_t node, std::size_t site);

private:
    const NetworkPlan* network_;
    std::map<std::size_t, network::DisjointSearch> searches_;                        ///< by site
    std::map<std::pair<std::size_t, std::size_t>, network::DisjointPaths> answers_;  ///< by site and node
};

}  // namespace verbund::deploy
