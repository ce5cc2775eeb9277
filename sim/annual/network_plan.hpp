#pragma once

#include <vector>

#include "models/network/topology.hpp"
#include "models/workload/profile_set.hpp"
#include "results/outcome/outcome.hpp"
#include "sim/deploy/deployment.hpp"

/// Closed-form latency and offered load of a variant's network.
namespace verbund::annual {

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
                                       const deploy::VariantDeployment& variant, int year);

struct NetworkYear {
    double latency_p50_ms = 0.0;
    double latency_p95_ms = 0.0;
    double over_limit_share = 0.0;
    std::vector<outcome::AdministrationYear> administrations;  ///< network members only
    std::vector<outcome::LinkYear> links;
};

/// Latency over all transactions of all workplaces, and mean and peak load of accesses and links (user
/// traffic plus replication).  Peaks are those of the busiest hour of the kinds of day, taken as common to
/// all states.
[[nodiscard]] NetworkYear network_year(const NetworkPlan& plan, const study::Study& study,
                                       const deploy::VariantDeployment& variant,
                                       const deploy::Deployment& year, const workload::ProfileSet& profiles,
                                       const catalog::Catalog& catalog);

}  // namespace verbund::annual
