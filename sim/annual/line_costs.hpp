#pragma once

#include <vector>

#include "sim/annual/site_stock.hpp"
#include "sim/deploy/network_plan.hpp"

/// Lines of a phase that are paid for.
namespace verbund::annual {

/// By site that pays: own rooms for the lines of their administration, centers for their uplinks, backup
/// sites for the routes to their primaries.
struct LineCosts {
    std::vector<std::vector<RunningCost>> running;    ///< [site]; per year
    std::vector<std::vector<economics::Stock>> laid;  ///< [site]; fibre laid once, by the other site
};

/// Access lines of administrations, two where they have a second access, and uplinks of centers, two from
/// availability class 3 on: at the rate that carriers sell for the year's peak of users' traffic times
/// `network.sizing_factor`, whatever larger line stands there.  Two routes between each two sites that are
/// joined (`deploy::joined_pairs`), by the cheapest product for the distance and the rate of the copies.  In
/// a drawn network every link that is drawn is paid as one route by the air line between its ends and its
/// need instead of accesses and uplinks, in equal parts by the administrations at its ends, else by the
/// centers there, else by all centers.  A plan without lines has joined pairs alone.
[[nodiscard]] LineCosts line_costs(const QuantityContext& context, const deploy::NetworkPlan& network,
                                   const deploy::Deployment& phase);

}  // namespace verbund::annual
