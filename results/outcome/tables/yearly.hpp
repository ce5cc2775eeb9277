#pragma once

#include <string_view>

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
    BySiteResource<Need> resources;
    double it_power_mean_kw = 0.0;
    double grid_power_mean_kw = 0.0;
    double it_peak_hour = -1.0;  ///< hour of the year, 0-based
    double grid_peak_hour = -1.0;
    EnergyParts energy;
    double pue = not_applicable;
    double wue_l_per_kwh = not_applicable;
    double erf = not_applicable;
    double ref = not_applicable;
    double cer = not_applicable;  ///< heat removed / electricity of the cooling
    double cue_kg_per_kwh = not_applicable;
    double ups_load_share = not_applicable;  ///< mean output / all modules installed
    double water_m3 = 0.0;
    double free_cooling_h = 0.0;
    double co2_location_t = 0.0;
    double co2_market_t = 0.0;
    double co2_embodied_t = 0.0;
    double traffic_mean_gbit_s = 0.0;
    double traffic_peak_gbit_s = 0.0;
    double replication_gbit_s = 0.0;
    double exchange_gbit_s = 0.0;  ///< at its peak, part of the traffic
    Cost cost;
    Resource binding = Resource::none;             ///< with the highest need / limit
    double binding_share = 0.0;                    ///< its need / limit
    double stranded_it_power_kw = not_applicable;  ///< limit - need, at least 0
    double stranded_height_units = not_applicable;
    double ups_autonomy_min = not_applicable;  ///< battery time at full load
    double generator_kva = not_applicable;     ///< of all its own
    double generator_fuel_l = not_applicable;  ///< for its hours at full load; NaN = no generator of its own
    double iteesv_ops_per_w = not_applicable;  ///< ISO/IEC 30134-4, over all servers; NaN = none
};

/// Columns of a resource: `name` its need, `limit_name` its limit.
struct NeedColumns {
    std::string_view name;
    std::string_view limit_name;
    std::string_view unit;
    std::string_view text;
    std::string_view limit_text;
};

inline constexpr BySiteResource<NeedColumns> need_columns{
    {{"height_units", "limit_height_units", "1", "rack height units needed", "rack height units there"},
     {"racks", "limit_racks", "1", "racks needed", "racks there"},
     {"rack_power_kw", "limit_rack_power_kw", "kW", "power that the racks needed may draw",
      "power that the racks there may draw"},
     {"it_power_kw", "limit_it_power_kw", "kW", "peak IT power", "IT power the rooms carry"},
     {"ups_kw", "limit_ups_kw", "kW", "peak load on the UPS output",
      "rated UPS power without the redundant modules"},
     {"cooling_kw", "limit_cooling_kw", "kW", "peak heat to be removed", "heat the cooling removes"},
     {"grid_kw", "limit_grid_kw", "kW", "peak power from the grid", "power of the grid connection"},
     {"storage_need_tb", "limit_storage_need_tb", "Tbyte", "storage needed, copies included",
      "storage there"},
     {"uplink_gbit_s", "limit_uplink_gbit_s", "Gbit s-1", "uplink needed: peak traffic times sizing factor",
      "uplink there"}}};

template <>
const Table<SiteYear>& table_of<SiteYear>();

}  // namespace verbund::outcome
