#pragma once

#include <cstdint>

namespace verbund {

/// What can run out at a site.
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
};

}  // namespace verbund
