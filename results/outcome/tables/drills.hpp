#pragma once

#include <cstdint>
#include <string>

#include "results/outcome/not_applicable.hpp"
#include "results/outcome/tables/table.hpp"

namespace verbund::outcome {

/// A failure on purpose, as a whole.
struct DrillSummary {
    std::int32_t variant = 0;
    std::int32_t year = 0;
    std::string drill;  ///< id in the study, or the thing that failed
    std::string fails;  ///< "center:rz-1"
    std::string day;
    double at_h = 0.0;
    double lasts_h = 0.0;         ///< not-a-number: what is destroyed is never replaced
    bool destroyed = false;       ///< what failed is lost; `lasts_h` is until new hardware stands
    double workplaces_hit = 0.0;  ///< without one or more critical classes for a time
    double servers_hit = 0.0;
    double servers_never = 0.0;  ///< of them: that never run again
    double rto_max_s = 0.0;      ///< of critical and very critical classes; not-a-number = never
    double rpo_max_s = 0.0;
    double rpo_all_max_s = 0.0;  ///< of all classes
    double data_lost_tb = 0.0;   ///< of which no copy is left
    std::string takeover;        ///< of the backup sites: "succeeds", "fails"; empty = none was tried
    double takeover_failure = not_applicable;  ///< probability that a takeover fails
    double transactions_lost = 0.0;
    double capacity_short = 0.0;  ///< share of the servers hit that found no place
    double targets_missed = 0.0;  ///< rows of `DrillResult` whose RTO or RPO is above its target
};

template <>
const Table<DrillSummary>& table_of<DrillSummary>();

}  // namespace verbund::outcome
