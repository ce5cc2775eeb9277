#pragma once

#include <cstdint>
#include <string>

#include "results/outcome/tables/table.hpp"

namespace verbund::outcome {

/// Outages of a group by what began them; weighted by workplaces.
struct AvailabilityCause {
    std::int32_t variant = 0;
    std::int32_t year = 0;
    std::string group;
    std::string cause;        ///< utility, wide-area, ups, generator, cooling, hosts, storage, switch, site,
                              ///< software, ransomware, access, backbone
    double downtime_h = 0.0;  ///< per year
    double share = 0.0;       ///< of the group's downtime
};

template <>
const Table<AvailabilityCause>& table_of<AvailabilityCause>();

}  // namespace verbund::outcome
