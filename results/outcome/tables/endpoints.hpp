#pragma once

#include <cstdint>
#include <string>

#include "results/outcome/tables/table.hpp"

namespace verbund::outcome {

/// Devices of one kind on all desks of a variant in a year.  Part of no other table.
struct EndpointYear {
    std::int32_t variant = 0;
    std::int32_t year = 0;
    std::string device;  ///< row of catalog table endpoints
    double count = 0.0;
    double energy_mwh = 0.0;
    double cost_energy_eur = 0.0;
    double cost_devices_eur = 0.0;
};

template <>
const Table<EndpointYear>& table_of<EndpointYear>();

}  // namespace verbund::outcome
