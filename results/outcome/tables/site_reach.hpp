#pragma once

#include <cstdint>
#include <string>

#include "results/outcome/not_applicable.hpp"
#include "results/outcome/tables/table.hpp"

namespace verbund::outcome {

/// An administration's way to its services, in normal operation and after the loss of their site.
struct SiteReach {
    std::int32_t variant = 0;
    std::int32_t year = 0;
    std::int32_t administration = 0;
    std::string primary;
    std::string backup;
    double workplaces = 0.0;
    double normal_ms = not_applicable;
    double failover_ms = not_applicable;
    double disjoint = 0.0;  ///< 1 = two routes to the backup site share nothing
};

template <>
const Table<SiteReach>& table_of<SiteReach>();

}  // namespace verbund::outcome
