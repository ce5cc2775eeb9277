#pragma once

#include <cstddef>
#include <string>

#include "models/continuity/supply.hpp"
#include "models/facility/power_chain.hpp"
#include "sim/deploy/world_year.hpp"

/// What of a site's plant decides how often it fails.
namespace verbund::availability {

/// How a site's plant is built, as its failures see it.
struct SiteDesign {
    std::string stream;  ///< name of its streams of random numbers
    Place at;
    int hosts = 1;           ///< of one cluster
    int hosts_needed = 1;    ///< of them
    bool two_rooms = false;  ///< each room alone can carry the load
    bool switch_pair = true;
    facility::Redundancy ups = facility::Redundancy::n;
    int ups_modules = 1;  ///< that share the load without the spare
    facility::Redundancy cooling = facility::Redundancy::n;
    bool chilled = false;   ///< chilled water, not direct expansion
    int cooling_units = 1;  ///< that remove the heat of the busiest hour
    bool two_feeders = false;
    continuity::SiteSupply supply{};
    bool single_uplink = false;
};

/// A service runs in one cluster of at most 16 hosts and in one room, the largest: other clusters and rooms
/// are like it.
[[nodiscard]] SiteDesign site_design(const deploy::WorldYear& input, std::size_t site);

}  // namespace verbund::availability
