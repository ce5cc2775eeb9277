#pragma once

#include <vector>

#include "models/network/topology.hpp"
#include "sim/deploy/deployment.hpp"

/// Nodes, links and paths between the people and the sites of a variant.
namespace verbund::deploy {

/// The network of a variant and the shortest paths from every center; the same in all years.
struct NetworkPlan {
    network::Topology topology;
    network::DelayRules delays;
    std::vector<std::size_t> administration_node;
    std::vector<std::size_t> site_node;    ///< centers only
    std::vector<network::PathTree> trees;  ///< [site], centers only
    /// Round trip in ms from an administration's building to a site; its own home is in the building.
    [[nodiscard]] double round_trip_ms(std::size_t administration, std::size_t site, std::size_t home) const;
};

/// Study's own network or the synthetic one: districts, cities and centers on a Gabriel backbone,
/// municipalities on access links.  Throws `InvalidInput` when an administration cannot reach a center of the
/// study at all.
[[nodiscard]] NetworkPlan plan_network(const study::Study& study, const catalog::Catalog& catalog,
                                       const VariantDeployment& variant, int year);

}  // namespace verbund::deploy
