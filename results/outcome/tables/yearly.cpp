#include "results/outcome/tables/yearly.hpp"

#include <cstddef>
#include <utility>

namespace verbund::outcome {
namespace {

template <Resource Key, double Need::*Member>
constexpr Number<SiteYear> number_of() {
    return {[](const SiteYear& row) { return row.resources[Key].*Member; },
            [](SiteYear& row, double value) { row.resources[Key].*Member = value; }};
}

template <Resource Key>
void add_columns(std::vector<Column<SiteYear>>& columns) {
    const NeedColumns& c = need_columns[Key];
    columns.push_back({c.name, c.unit, c.text, number_of<Key, &Need::need>()});
    columns.push_back({c.limit_name, c.unit, c.limit_text, number_of<Key, &Need::limit>()});
}

template <std::size_t... Index>
std::vector<Column<SiteYear>> resource_columns(std::index_sequence<Index...>) {
    std::vector<Column<SiteYear>> columns;
    (add_columns<site_resources[Index]>(columns), ...);
    return columns;
}

}  // namespace

template <>
const Table<SiteYear>& table_of<SiteYear>() {
    using R = SiteYear;
    static const Table<R> table{
        .name = "yearly",
        .columns = joined<R>({
            {
                {"in_operation", "1",
                 "1 if the site runs anything, network gear of an office included, else 0", &R::in_operation},
                {"administrations", "1", "administrations served", &R::administrations},
                {"workplaces", "1", "workplaces served", &R::workplaces},
                {"servers_asked", "1", "VMs and physical servers to be placed", &R::servers_asked},
                {"servers_placed", "1", "VMs and physical servers placed", &R::servers_placed},
                {"servers_refused", "1", "VMs and physical servers without a place", &R::servers_refused},
                {"vms", "1", "virtual machines placed", &R::vms},
                {"physical_servers", "1", "physical servers placed", &R::physical_servers},
                {"hosts", "1", "virtualisation hosts, standby included", &R::hosts},
                {"standby_hosts", "1", "hosts held as standby for another site", &R::standby_hosts},
                {"hosts_bought", "1", "hosts bought in the year", &R::hosts_bought},
                {"vcpu", "1", "virtual CPUs placed", &R::vcpu},
                {"ram_tb", "Tbyte", "main memory of the servers placed", &R::ram_tb},
                {"storage_tb", "Tbyte", "data of the servers placed", &R::storage_tb},
                {"utilisation_mean", "1", "mean share of the running hosts' performance in use (ITEUsv)",
                 &R::utilisation_mean, ColumnRole::plain, Display::share},
                {"utilisation_peak", "1", "highest hourly share of the running hosts' performance in use",
                 &R::utilisation_peak, ColumnRole::plain, Display::share},
                {"host_age_years", "year", "mean age of the hosts", &R::host_age_years},
            },
            resource_columns(std::make_index_sequence<site_resources.size()>{}),
            {
                {"it_power_mean_kw", "kW", "mean IT power", &R::it_power_mean_kw},
                {"grid_power_mean_kw", "kW", "mean power from the grid", &R::grid_power_mean_kw},
                {"it_peak_hour", "h", "hour of the year of the IT peak, from 0; -1 = none", &R::it_peak_hour},
                {"grid_peak_hour", "h", "hour of the year of the grid peak, from 0; -1 = none",
                 &R::grid_peak_hour},
            },
            energy_columns<R, &R::energy>(),
            {
                {"pue", "1", "power usage effectiveness of the year", &R::pue},
                {"wue_l_per_kwh", "L kW-1 h-1", "water usage effectiveness", &R::wue_l_per_kwh},
                {"erf", "1", "energy reuse factor", &R::erf, ColumnRole::plain, Display::share},
                {"ref", "1", "renewable energy factor: renewable share of the grid energy", &R::ref,
                 ColumnRole::plain, Display::share},
                {"cer", "1", "cooling efficiency ratio: heat removed / electricity of the cooling", &R::cer},
                {"cue_kg_per_kwh", "kg kW-1 h-1",
                 "carbon usage effectiveness: CO2, location-based / energy of the IT", &R::cue_kg_per_kwh},
                {"ups_load_share", "1", "mean load of the UPS over all its modules, the redundant included",
                 &R::ups_load_share, ColumnRole::plain, Display::share},
                {"water_m3", "m3", "water used", &R::water_m3},
                {"free_cooling_h", "h", "hours of free cooling, weighted by its share", &R::free_cooling_h},
                {"co2_location_t", "t", "CO2 of the grid energy, location-based", &R::co2_location_t},
                {"co2_market_t", "t", "CO2 of the grid energy, market-based", &R::co2_market_t},
                {"co2_embodied_t", "t", "CO2 of making the hardware, spread over its life",
                 &R::co2_embodied_t},
                {"traffic_mean_gbit_s", "Gbit s-1", "mean wide-area traffic", &R::traffic_mean_gbit_s},
                {"traffic_peak_gbit_s", "Gbit s-1", "peak wide-area traffic", &R::traffic_peak_gbit_s},
                {"replication_gbit_s", "Gbit s-1", "replication traffic to the backup site",
                 &R::replication_gbit_s},
                {"exchange_gbit_s", "Gbit s-1",
                 "data that administrations exchange over the center's line, at its peak, part of the "
                 "traffic",
                 &R::exchange_gbit_s},
            },
            cost_columns<R, &R::cost>(),
            {
                {"binding", "", "resource with the highest share of its limit", &R::binding},
                {"binding_share", "1", "need of that resource over its limit", &R::binding_share,
                 ColumnRole::plain, Display::share},
                {"stranded_it_power_kw", "kW", "IT power built that the year's peak leaves unused",
                 &R::stranded_it_power_kw},
                {"stranded_height_units", "1", "rack height units there that nothing fills",
                 &R::stranded_height_units},
                {"ups_autonomy_min", "min", "battery time of the UPS at full load", &R::ups_autonomy_min},
                {"generator_kva", "kV A", "rating of its own generators, all of them", &R::generator_kva},
                {"generator_fuel_l", "L", "fuel of its generators for the hours at full load that it keeps",
                 &R::generator_fuel_l},
                {"iteesv_ops_per_w", "1",
                 "energy effectiveness of its servers (ITEEsv): ssj_ops at full load per watt then",
                 &R::iteesv_ops_per_w},
            },
        }),
    };
    return table;
}

}  // namespace verbund::outcome
