#pragma once

#include <cstdint>

#include "results/outcome/not_applicable.hpp"
#include "results/outcome/tables/table.hpp"

namespace verbund::outcome {

/// Response time of one kind of transaction at one administration, the typical days weighted to the year.
struct LatencyAdministration {
    std::int32_t variant = 0;
    std::int32_t year = 0;
    std::int32_t administration = 0;
    std::int32_t transaction = 0;
    double samples = 0.0;
    double p50_ms = not_applicable;
    double p95_ms = not_applicable;
    double p95_low_ms = not_applicable;
    double p95_high_ms = not_applicable;
    double p99_ms = not_applicable;
    double over_threshold = 0.0;
    double saturated = 0.0;
};

template <>
const Table<LatencyAdministration>& table_of<LatencyAdministration>();

}  // namespace verbund::outcome
