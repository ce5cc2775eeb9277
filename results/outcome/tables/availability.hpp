#pragma once

#include <cstdint>
#include <string>

#include "results/outcome/not_applicable.hpp"
#include "results/outcome/tables/table.hpp"

namespace verbund::outcome {

/// A group over all administrations; the mean is weighted by workplaces.
struct AvailabilitySummary {
    std::int32_t variant = 0;
    std::int32_t year = 0;
    std::string group;
    double workplaces = 0.0;  ///< of administrations that have such services
    double availability = 1.0;
    double downtime_h = 0.0;
    double low_h = 0.0;
    double high_h = 0.0;
    double outages = 0.0;
    double over_1_h = 0.0;
    double over_8_h = 0.0;
    double over_24_h = 0.0;
    double p50_h = not_applicable;
    double p95_h = not_applicable;
    double longest_h = not_applicable;
    double bsi_class = 0.0;
    double worst_h = 0.0;  ///< downtime of the administration that has most
    double simulated_years = 0.0;
};

template <>
const Table<AvailabilitySummary>& table_of<AvailabilitySummary>();

}  // namespace verbund::outcome
