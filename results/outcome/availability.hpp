#pragma once

#include <cstdint>
#include <string>

#include "results/outcome/not_applicable.hpp"

/// What the availability engine found, as rows.  Indices name rows of `Run`: variants, administrations.
///
/// Groups of services: "critical" = very critical and critical classes, "other" = the rest, wherever they
/// run; "local" = every class that runs at the administration itself.  A group's figures are those of its
/// average server: sites are weighted by the servers they run.
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

/// Outages of a group by what began them; weighted by workplaces.
struct AvailabilityCause {
    std::int32_t variant = 0;
    std::int32_t year = 0;
    std::string group;
    std::string cause;        ///< utility, wide-area, ups, generator, cooling, hosts, storage, switch, site,
                              ///< software, ransomware, access, backbone
    double downtime_h = 0.0;  ///< per year
    double share = 0.0;       ///< of the group's downtime
};

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

/// The cheapest pair of routes that share least, from an administration or a center to a center on which it
/// depends in some year that was simulated; the network is the same in all years.
struct RoutePair {
    std::int32_t variant = 0;
    std::string from_kind;              ///< administration, center
    std::string from;                   ///< its id
    std::string to;                     ///< id of the center
    std::string role;                   ///< serves, backup, replication
    std::string kind;                   ///< disjoint, same-place, one-access, one-route, sharing, unreachable
    double first_ms = not_applicable;   ///< round trip on the shorter route, gateways included
    double second_ms = not_applicable;  ///< on the other; not applicable where there is none
    double first_km = not_applicable;   ///< laid length
    double second_km = not_applicable;
    std::string shared_de;  ///< what prevents two routes that share nothing; empty where nothing does
    std::string shared_en;
};

}  // namespace verbund::outcome
