#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <vector>

#include "models/network/topology.hpp"

/// What the search for disjoint paths works on: the network without its dead ends, with exact whole costs.
namespace verbund::network {

/// Delay in whole ticks, times a factor that lets the number of links decide between equal delays.  All links
/// of a network together stay below 2^53, so that a double holds every sum exactly.
using PathCost = std::int64_t;
inline constexpr PathCost no_path = std::numeric_limits<PathCost>::max();

/// A link with the ducts that it lies in.
struct RiskLink {
    std::size_t a = 0;
    std::size_t b = 0;
    PathCost cost = 0;
    std::vector<std::size_t> ducts;  ///< ascending, without repeats
    std::size_t link = 0;            ///< index in the topology

    [[nodiscard]] std::size_t other(std::size_t node) const { return node == a ? b : a; }
};

/// A topology as the search for two paths sees it.
struct RiskGraph {
    std::vector<RiskLink> links;
    std::vector<std::vector<std::size_t>> links_at;    ///< [node], ascending
    std::vector<std::string> ducts;                    ///< ids
    std::vector<std::vector<std::size_t>> duct_links;  ///< [duct], ascending
};

/// How many of the two paths may use a node or link: 0, 1 or 2.
struct UseLimits {
    std::vector<int> nodes;
    std::vector<int> links;
};
/// Every node and link for one path.
[[nodiscard]] UseLimits one_path_each(const RiskGraph& graph);
/// No path through links of these ducts.
void close_ducts(const RiskGraph& graph, const std::vector<std::size_t>& ducts, UseLimits& limits);

/// Links from a to b.
using LinkPath = std::vector<std::size_t>;
using LinkPaths = std::array<LinkPath, 2>;

/// Least cost from `source` to every node over links whose limit is not 0; `no_path` where there is none.
[[nodiscard]] std::vector<PathCost> costs_from(const RiskGraph& graph, std::size_t source,
                                               const UseLimits& limits);
/// Whether a path joins a and b over nodes and links whose limit is not 0.
[[nodiscard]] bool connected(const RiskGraph& graph, std::size_t a, std::size_t b, const UseLimits& limits);
[[nodiscard]] PathCost cost_of(const RiskGraph& graph, const LinkPath& path);
/// Ducts of a path, ascending, without repeats.
[[nodiscard]] std::vector<std::size_t> ducts_of(const RiskGraph& graph, const LinkPath& path);
/// Nodes of a path from `start`, its two ends included.
[[nodiscard]] std::vector<std::size_t> nodes_of(const RiskGraph& graph, const LinkPath& path,
                                                std::size_t start);

/// The network without the branches that lead nowhere, as seen from `center`.
struct RiskCore {
    RiskGraph graph;
    std::vector<std::optional<std::size_t>> position;  ///< [topology node] its node in `graph`
    std::vector<std::optional<std::size_t>>
        way_in;  ///< [topology node] outside: its only link that leads inward
};
/// Takes away nodes with a single link, one after the other, but never `center`.
[[nodiscard]] RiskCore risk_core(const Topology& topology, std::size_t center, const DelayRules& rules);

}  // namespace verbund::network
