#pragma once

#include "results/outcome/not_applicable.hpp"
#include "results/outcome/tables/parts.hpp"
#include "results/outcome/tables/table.hpp"

namespace verbund::outcome {

/// All sites of a variant in a year.
struct VariantYear {
    double administrations = 0.0;
    double workplaces = 0.0;
    double servers_asked = 0.0;
    double servers_placed = 0.0;
    double servers_refused = 0.0;
    double hosts = 0.0;
    double physical_servers = 0.0;
    double standby_hosts = 0.0;
    double sites = 0.0;  ///< that run servers or hold data
    double racks = 0.0;
    double storage_tb = 0.0;
    double it_power_mean_kw = 0.0;
    double it_power_peak_kw = 0.0;  ///< of the sum, at one hour
    double grid_power_mean_kw = 0.0;
    double grid_power_peak_kw = 0.0;
    double utilisation_mean = 0.0;
    EnergyParts energy;
    double pue = not_applicable;
    double wue_l_per_kwh = not_applicable;
    double erf = not_applicable;
    double ref = not_applicable;
    double cer = not_applicable;
    double cue_kg_per_kwh = not_applicable;
    double water_m3 = 0.0;
    double co2_location_t = 0.0;
    double co2_market_t = 0.0;
    double co2_embodied_t = 0.0;
    double energy_per_workplace_kwh = 0.0;
    double latency_p50_ms = not_applicable;  ///< round trip of a random transaction of a random workplace
    double latency_p95_ms = not_applicable;
    double latency_over_limit_share = 0.0;  ///< transactions above their class's round-trip limit
    double wan_peak_gbit_s = 0.0;           ///< sum over centers' uplinks
    Cost cost;
    double rules_missed = 0.0;
};

template <>
const Table<VariantYear>& table_of<VariantYear>();

}  // namespace verbund::outcome
