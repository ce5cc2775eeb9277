#pragma once

#include <cstdint>
#include <string>

#include "results/outcome/not_applicable.hpp"
#include "results/outcome/tables/table.hpp"

namespace verbund::outcome {

/// A choice of one to three backup sites, simulated.
struct SiteOption {
    std::int32_t variant = 0;
    std::int32_t year = 0;
    std::string sites;         ///< ids joined by " + "
    double rank = 0.0;         ///< 1 = first
    double pareto = 0.0;       ///< 1 = no other choice is better in one of the goals and as good in all
    std::string verdict;       ///< suitable, justify (only with a written justification), ruled-out
    double distance_km = 0.0;  ///< air line from a primary to its backup site, the least
    double spacing_km = not_applicable;  ///< between the chosen sites, the least; one site: none
    double round_trip_ms = 0.0;          ///< from a primary to its backup site, the greatest
    std::string replication;             ///< synchronous, synchronous-warned, asynchronous-only
    double replication_gbit_s = 0.0;     ///< replication traffic into the chosen sites
    double route_km = 0.0;               ///< laid fibre between primaries and backup sites
    double line_cost_eur = 0.0;          ///< per year, of these routes
    double common_hazard = 0.0;   ///< share of wide-area events at a primary that hit its backup site too
    double disjoint_share = 0.0;  ///< workplaces whose two routes to the backup site share nothing
    double standby_hosts = 0.0;   ///< the chosen sites hold, all together
    double standby_racks = 0.0;
    double standby_it_kw = 0.0;  ///< peak IT load
    double standby_storage_tb = 0.0;
    double refused_servers = 0.0;            ///< standby that found no place
    double latency_p50_ms = not_applicable;  ///< round trip in normal operation
    double latency_p95_ms = not_applicable;
    double failover_p50_ms =
        not_applicable;  ///< round trip of workplaces to the backup site of their primary
    double failover_p95_ms = not_applicable;
    double downtime_h = not_applicable;      ///< of critical services per year
    double downtime_low_h = not_applicable;  ///< 95 % interval
    double downtime_high_h = not_applicable;
    double bsi_class = not_applicable;
    double energy_mwh = 0.0;  ///< of all sites
    double co2_t = 0.0;       ///< location-based and embodied
    double cost_eur = 0.0;    ///< of all sites, per year
    double rules_missed = 0.0;
    double model_cost_eur = not_applicable;  ///< what the shortlist's model adds for the chosen sites
    double simulated_cost_eur = 0.0;         ///< what the simulation adds against no backup site
};

template <>
const Table<SiteOption>& table_of<SiteOption>();

}  // namespace verbund::outcome
