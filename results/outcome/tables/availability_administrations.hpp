#pragma once

#include <cstdint>
#include <string>

#include "results/outcome/not_applicable.hpp"
#include "results/outcome/tables/table.hpp"

namespace verbund::outcome {

/// A group of services of an administration.
struct AvailabilityAdministration {
    std::int32_t variant = 0;
    std::int32_t year = 0;
    std::int32_t administration = 0;
    std::string group;
    double servers = 0.0;
    double availability = 1.0;  ///< share of the time
    double downtime_h = 0.0;    ///< per year
    double low_h = 0.0;         ///< 95 % interval of the mean
    double high_h = 0.0;
    double outages = 0.0;  ///< per year
    double over_1_h = 0.0;
    double over_8_h = 0.0;
    double over_24_h = 0.0;
    double p50_h = not_applicable;  ///< length of an outage
    double p95_h = not_applicable;
    double longest_h = not_applicable;  ///< seen in all simulated years
    double bsi_class = 0.0;             ///< availability class of the BSI, 0..4; -1 = below class 0
};

template <>
const Table<AvailabilityAdministration>& table_of<AvailabilityAdministration>();

}  // namespace verbund::outcome
