#pragma once

#include <cstdint>

namespace verbund {

/// What can run out at a site.  The last three are what the largest host on offer lacks for a single server.
enum class Resource : std::int8_t {
    none,
    height_units,
    racks,
    rack_power,
    it_power,
    ups,
    cooling,
    grid,
    storage,
    uplink,
    host_cores,
    host_memory,
    host_performance,
};

}  // namespace verbund
