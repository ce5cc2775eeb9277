#pragma once

#include <cstdint>
#include <string>

#include "results/outcome/not_applicable.hpp"
#include "results/outcome/tables/table.hpp"

namespace verbund::outcome {

/// Response time of one kind of transaction over all administrations on one kind of day.
struct LatencyDay {
    std::int32_t variant = 0;
    std::int32_t year = 0;
    std::string day;               ///< "winter-workday", ...; "year" = all days by their number in the year
    std::int32_t transaction = 0;  ///< -1 = all kinds together
    double samples = 0.0;
    double mean_ms = not_applicable;
    double p50_ms = not_applicable;
    double p95_ms = not_applicable;
    double p95_low_ms = not_applicable;  ///< 95 % interval
    double p95_high_ms = not_applicable;
    double p99_ms = not_applicable;
    double over_threshold = 0.0;   ///< share of transactions above their threshold
    double workplaces_over = 0.0;  ///< share of workplaces whose administration's p95 is above the threshold
    double saturated = 0.0;        ///< share of transactions that crossed a link loaded above 98 %
    double unloaded_ms = not_applicable;  ///< closed form without any other load: mean
};

template <>
const Table<LatencyDay>& table_of<LatencyDay>();

}  // namespace verbund::outcome
