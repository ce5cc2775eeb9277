#pragma once

#include <cstddef>
#include <vector>

#include "models/network/bundles.hpp"
#include "sim/deploy/network_plan.hpp"

/// What joins an administration to the network.
namespace verbund::deploy {

/// The line that joins an administration to the network.
struct Access {
    /// Of a drawn network: the first links of the ways that its people use this year (of all ways while they
    /// use none), and the links beside them.  Empty where the network is synthetic.
    std::vector<std::size_t> links;
    double capacity_gbit_s = 0.0;  ///< zero: drawn, but no link leads to any center
};

/// A drawn link is the access: its capacity is that of the links together, and nothing undrawn lies in series
/// with them; a stated `access` holds besides, where it is less.  In a synthetic network the access is a line
/// of its own (`line_sizing`).  `lines`: those of the year.
[[nodiscard]] Access access_of(const NetworkPlan& plan, const network::Bundles& bundles,
                               const LineYear& lines, const VariantDeployment& variant,
                               const Deployment& year, std::size_t administration);

/// Whether the access of an administration has a limit that the study states: its `access`, or the `uplink`
/// of its own room in a synthetic network.
[[nodiscard]] bool has_stated_access(const NetworkPlan& plan, const VariantDeployment& variant,
                                     const Deployment& year, std::size_t administration);

}  // namespace verbund::deploy
