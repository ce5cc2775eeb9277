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
    /// [administration] of the synthetic backbone: whether a single access line joins it to its node there,
    /// as long as the first link of its way; shorter than the list or empty: it does not.
    std::vector<bool> one_access{};
    /// Round trip in ms from an administration's building to a site; its own home is in the building.
    [[nodiscard]] double round_trip_ms(std::size_t administration, std::size_t site, std::size_t home) const;
};

/// Study's own network or the synthetic one: districts, cities and centers on a Gabriel backbone,
/// municipalities on access links.
///
/// Who has a second access (`second_access` of the administration, else of `availability`) uses all links of
/// its node in a synthetic network, and where that hangs by a single one, another beside it of the same
/// length; who has not hangs on one line.  In a drawn network the links that are drawn are the access, and
/// nothing is added.  Throws `InvalidInput` when an administration cannot reach a center of the study at all,
/// or a duct is longer than a link that lies in it.
[[nodiscard]] NetworkPlan plan_network(const study::Study& study, const catalog::Catalog& catalog,
                                       const VariantDeployment& variant, int year);

}  // namespace verbund::deploy
