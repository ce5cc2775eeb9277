#pragma once

#include <cstdint>
#include <string>

#include "results/outcome/tables/table.hpp"

namespace verbund::outcome {

/// Servers of one procedure at a center, or in all own rooms of administrations together, in a year.
struct SiteProcedure {
    std::int32_t variant = 0;
    std::int32_t year = 0;
    std::string site;       ///< center; "home" = own rooms that are no center
    std::string workload;   ///< class whose servers these are
    std::string kind;       ///< row of catalog table procedures; "rest" = servers in no procedure
    std::string procedure;  ///< as the study lists it; of the survey its kind
    double clients = 0.0;
    double procedures = 0.0;  ///< counted for each client
    double servers_before = 0.0;
    double servers_after = 0.0;
    double critical_servers = 0.0;
    double protected_servers = 0.0;
};

template <>
const Table<SiteProcedure>& table_of<SiteProcedure>();

}  // namespace verbund::outcome
