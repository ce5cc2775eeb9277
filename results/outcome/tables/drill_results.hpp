#pragma once

#include <cstdint>
#include <string>

#include "results/outcome/not_applicable.hpp"
#include "results/outcome/tables/table.hpp"

namespace verbund::outcome {

/// What a class of an administration went through.
struct DrillResult {
    std::int32_t variant = 0;
    std::int32_t year = 0;
    std::string drill;
    std::int32_t administration = 0;
    std::string workload;
    double servers = 0.0;
    double servers_short = 0.0;  ///< that found no place at the backup site
    double rto_s = 0.0;  ///< from the class's standstill until people work again; not-a-number = never
    double rpo_s = 0.0;
    double rto_target_s = not_applicable;
    double rpo_target_s = not_applicable;
    double transactions_lost = 0.0;
};

template <>
const Table<DrillResult>& table_of<DrillResult>();

}  // namespace verbund::outcome
