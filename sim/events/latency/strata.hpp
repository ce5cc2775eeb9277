#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "sim/deploy/played.hpp"
#include "sim/events/latency/unloaded.hpp"
#include "sim/events/world/platform.hpp"

/// Which transactions a typical day has, and from where to where they go.
namespace verbund::events {

/// People of an administration and servers of a site.
struct Connection {
    std::size_t administration = 0;
    std::size_t site = 0;
    EndpointId people{};
    EndpointId servers{};
    double round_trip_s = 0.0;
    double bytes_per_s = 0.0;  ///< without any other load: narrowest link, or TCP window / round trip
    bool home = false;         ///< in the building: no access is crossed
};

/// Transactions of one kind of an administration at a site.
struct Stratum {
    std::size_t connection = 0;
    std::size_t transaction = 0;
    std::size_t part = 0;  ///< of the class's sites, in the deployment's order
    std::size_t profile = 0;
    HostGroup group = HostGroup::cluster;
    double per_hour = 0.0;  ///< at profile 1
    double administration_weight = 1.0;
    double site_share = 1.0;      ///< of the administration's transactions of this kind
    double traffic_gbit_s = 0.0;  ///< of its class at the site x its share of the interactions, profile 1
    UnloadedTime unloaded;
};

/// What is played on any day of a year.
struct LatencyStrata {
    std::vector<Connection> connections;
    std::vector<Stratum> strata;
};

/// Builds the connections, hosts and storage of every class with interactions.  A class at several sites is
/// divided by its interactions there; servers without hosts serve nobody.
[[nodiscard]] LatencyStrata latency_strata(const deploy::WorldYear& input, Platform& platform,
                                           const std::vector<deploy::PlayedAdministration>& played,
                                           double tcp_window_bytes);

}  // namespace verbund::events
