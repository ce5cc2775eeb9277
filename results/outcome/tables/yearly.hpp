#pragma once

#include "models/base/resource.hpp"
#include "results/outcome/not_applicable.hpp"
#include "results/outcome/tables/parts.hpp"
#include "results/outcome/tables/table.hpp"

namespace verbund::outcome {

/// What a site (center or home room) serves, needs and uses in a year.
struct SiteYear {
    double in_operation = 0.0;  ///< 1 or 0
    double administrations = 0.0;
    double workplaces = 0.0;
    double servers_asked = 0.0;  ///< VMs and physical servers to be placed
    double servers_placed = 0.0;
    double servers_refused = 0.0;
    double vms = 0.0;
    double physical_servers = 0.0;
    double hosts = 0.0;  ///< virtualisation hosts, standby included
    double standby_hosts = 0.0;
    double hosts_bought = 0.0;
    double vcpu = 0.0;
    double ram_tb = 0.0;
    double storage_tb = 0.0;
    double utilisation_mean = 0.0;  ///< of running hosts' performance, 0..1
    double utilisation_peak = 0.0;
    double host_age_years = 0.0;  ///< mean, years
    Need height_units;
    Need racks;
    Need rack_power_kw;
    Need it_power_kw;  ///< peak
    Need ups_kw;       ///< peak load on the UPS output against its rated power without redundancy
    Need cooling_kw;   ///< peak heat
    Need grid_kw;      ///< peak
    Need storage_need_tb;
    Need uplink_gbit_s;  ///< peak times sizing factor
    double it_power_mean_kw = 0.0;
    double grid_power_mean_kw = 0.0;
    double it_peak_hour = -1.0;  ///< hour of the year, 0-based
    double grid_peak_hour = -1.0;
    EnergyParts energy;
    double pue = not_applicable;
    double wue_l_per_kwh = not_applicable;
    double erf = not_applicable;
    double water_m3 = 0.0;
    double free_cooling_h = 0.0;
    double co2_location_t = 0.0;
    double co2_market_t = 0.0;
    double co2_embodied_t = 0.0;
    double traffic_mean_gbit_s = 0.0;
    double traffic_peak_gbit_s = 0.0;
    double replication_gbit_s = 0.0;
    Cost cost;
    Resource binding = Resource::none;  ///< with the highest need / limit
    double binding_share = 0.0;         ///< its need / limit
};

template <>
const Table<SiteYear>& table_of<SiteYear>();

}  // namespace verbund::outcome
