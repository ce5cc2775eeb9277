#pragma once

#include <cstddef>
#include <map>
#include <mutex>
#include <utility>
#include <vector>

#include "models/network/disjoint.hpp"
#include "sim/deploy/network_plan.hpp"

/// Pairs of routes between the nodes of a variant and its centers, searched once however many ask.
namespace verbund::deploy {

/// Whether nothing is common to the two routes: they are disjoint, or there is no way to go at all.
[[nodiscard]] bool share_nothing(const network::DisjointPaths& paths);

/// Pairs of routes of a network, each searched for once.
/// Reading is safe from any number of threads.
class RoutePairs {
public:
    /// The plan must outlive it.
    explicit RoutePairs(const NetworkPlan& network);

    /// From a node of the topology to a center, see `network::disjoint_paths`.  Valid as long as this lives.
    ///
    /// From an administration with one access line (`NetworkPlan::one_access`): the first link of its
    /// shortest path that leaves its place stands for that line, which both routes use, and the pair begins
    /// at its other end, where the second route may pass the administration's own node.
    [[nodiscard]] const network::DisjointPaths& between(std::size_t node, std::size_t site) const;

private:
    network::DisjointPaths searched(std::size_t node, std::size_t site) const;
    network::DisjointPaths behind_line(std::size_t node, std::size_t site) const;

    const NetworkPlan* network_;
    std::vector<bool> one_access_;  ///< by node
    mutable std::mutex searching_;
    mutable std::map<std::size_t, network::DisjointSearch> searches_;  ///< by site
    mutable std::map<std::pair<std::size_t, std::size_t>, network::DisjointPaths>
        answers_;  ///< by site and node
};

}  // namespace verbund::deploy
