#pragma once

#include <cstdint>
#include <string>

#include "models/base/resource.hpp"
#include "results/outcome/tables/table.hpp"

namespace verbund::outcome {

/// Servers of a site that its backup site protects only in part: copies or standby hosts found no place.
struct MissingStandby {
    std::int32_t variant = 0;
    std::int32_t year = 0;
    std::string site;         ///< backup site
    std::string primary;      ///< site whose servers they are
    std::string criticality;  ///< very-critical, critical, normal, low
    double asked = 0.0;       ///< servers
    double missing = 0.0;
    double share = 0.0;  ///< missing / asked
    Resource binding = Resource::none;
};

template <>
const Table<MissingStandby>& table_of<MissingStandby>();

}  // namespace verbund::outcome
