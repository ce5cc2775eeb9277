#pragma once

#include <cstdint>
#include <string>

#include "results/outcome/tables/table.hpp"

namespace verbund::outcome {

/// A link among the busiest of a day, in its busiest hour.
struct BusyLink {
    std::int32_t variant = 0;
    std::int32_t year = 0;
    std::string day;
    std::string link;
    std::string direction;  ///< "up" (to the centers) or "down"
    double hour = 0.0;
    double load_gbit_s = 0.0;
    double capacity_gbit_s = 0.0;
    double utilisation = 0.0;  ///< load / capacity; above 1 = it cannot carry its load
};

template <>
const Table<BusyLink>& table_of<BusyLink>();

}  // namespace verbund::outcome
