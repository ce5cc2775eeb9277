#pragma once

#include <cstdint>
#include <string>

#include "results/outcome/not_applicable.hpp"
#include "results/outcome/tables/table.hpp"

namespace verbund::outcome {

/// Lag of a class's copies at the backup site over a day: the data lost if the site fails then.
struct ReplicationLag {
    std::int32_t variant = 0;
    std::int32_t year = 0;
    std::string primary;
    std::string backup;
    std::string workload;
    std::string mode;     ///< sync, async
    std::string verdict;  ///< synchronous, synchronous-warned, asynchronous-only (FACTS rule by round trip)
    double rtt_ms = 0.0;
    double write_delay_ms = 0.0;  ///< added to each write (synchronous)
    double change_gb = 0.0;       ///< of the day
    double lag_p50_s = 0.0;
    double lag_p95_s = 0.0;
    double lag_max_s = 0.0;
    double growth_s_per_day = 0.0;  ///< of a lag that never settles (then infinite); 0 = it is steady
    double rpo_target_s = not_applicable;
    bool met = false;  ///< lag_p95 <= target
};

template <>
const Table<ReplicationLag>& table_of<ReplicationLag>();

}  // namespace verbund::outcome
