#pragma once

#include <cstdint>
#include <string>

#include "results/outcome/not_applicable.hpp"
#include "results/outcome/tables/table.hpp"

namespace verbund::outcome {

/// One wave of a move: the administrations that change place on one day.
struct MigrationWave {
    std::int32_t variant = 0;
    std::int32_t year = 0;
    std::string first_day;  ///< ISO date on which it begins
    std::string move;
    double administrations = 0.0;
    double data_tb = 0.0;
    double seeded_tb = 0.0;  ///< of it by disks
    double resent_tb = 0.0;  ///< changed while it was copied
    double nights = 0.0;
    std::string finished;  ///< ISO date of the last cut-over
    double downtime_mean_h = 0.0;
    double downtime_max_h = 0.0;
    double others_p95_ms = not_applicable;        ///< response time of others while copies run
    double others_p95_alone_ms = not_applicable;  ///< the same hours without copies
};

template <>
const Table<MigrationWave>& table_of<MigrationWave>();

}  // namespace verbund::outcome
