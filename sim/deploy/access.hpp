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
    DataRate capacity;  ///< zero: drawn, but yet to be sized
};

/// A drawn link is the access: its capacity is that of the links together, and nothing undrawn lies in series
/// with them; a stated `access` holds besides, where it is less.  In a synthetic network the access is a line
/// of its own: the stated one, else the stated uplink of the administration's own room, else the usual one of
/// its kind and year (`network::usual_capacity`).
[[nodiscard]] Access access_of(const NetworkPlan& plan, const network::Bundles& bundles,
                               const catalog::Catalog& catalog, const VariantDeployment& variant,
                               const Deployment& year, std::size_t administration);

}  // namespace verbund::deploy
