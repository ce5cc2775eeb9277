#pragma once

#include <string>

#include "results/outcome/not_applicable.hpp"
#include "results/outcome/tables/table.hpp"

namespace verbund::outcome {

/// A class of servers, and the round trip that the work with it bears.
struct WorkloadLimit {
    std::string id;
    std::string name_de;
    std::string name_en;
    double rtt_limit_ms = not_applicable;  ///< round trip above which work suffers; none for most machines
};

template <>
const Table<WorkloadLimit>& table_of<WorkloadLimit>();

}  // namespace verbund::outcome
