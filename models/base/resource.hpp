#pragma once

#include <cstdint>
#include <string_view>

#include "models/base/enum_array.hpp"

namespace verbund {

/// What can run out at a site.  The last four are what the largest host on offer lacks for a single server.
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
    host_gpus,
};

struct ResourceKind {
    std::string_view id;    ///< without blanks
    std::string_view unit;  ///< that needs and limits are stated in; "1" for counts
};

inline constexpr EnumArray<ResourceKind, Resource::none, Resource::host_gpus> resource_kinds{
    {{"none", "1"},
     {"height-units", "1"},
     {"racks", "1"},
     {"rack-power", "kW"},
     {"it-power", "kW"},
     {"ups", "kW"},
     {"cooling", "kW"},
     {"grid", "kW"},
     {"storage", "TB"},
     {"uplink", "Gbit s-1"},
     {"host-cores", "1"},
     {"host-memory", "GB"},
     {"host-performance", "1"},
     {"host-gpus", "1"}}};

/// A value for each resource of a site; amounts are in the resource's unit.
template <class Value>
using BySiteResource = EnumArray<Value, Resource::height_units, Resource::uplink>;

/// The resources of a site, in which its needs are compared with its limits.
inline constexpr auto site_resources = BySiteResource<bool>::keys();

}  // namespace verbund
