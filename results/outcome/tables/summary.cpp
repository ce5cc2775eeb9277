#include "results/outcome/tables/summary.hpp"

namespace verbund::outcome {

template <>
const Table<VariantYear>& table_of<VariantYear>() {
    using R = VariantYear;
    static const Table<R> table{
        .name = "summary",
        .columns = joined<R>({
            {
                {"administrations", "1", "administrations", &R::administrations},
                {"workplaces", "1", "workplaces", &R::workplaces},
                {"servers_asked", "1", "VMs and physical servers to be placed", &R::servers_asked},
                {"servers_placed", "1", "VMs and physical servers placed", &R::servers_placed},
                {"servers_refused", "1", "VMs and physical servers without a place", &R::servers_refused},
                {"hosts", "1", "virtualisation hosts, standby included", &R::hosts},
                {"physical_servers", "1", "physical servers", &R::physical_servers},
                {"standby_hosts", "1", "hosts held as standby for another site", &R::standby_hosts},
                {"sites", "1", "sites that run servers or hold data", &R::sites},
                {"racks", "1", "racks needed", &R::racks},
                {"storage_tb", "Tbyte", "data stored", &R::storage_tb},
                {"it_power_mean_kw", "kW", "mean IT power", &R::it_power_mean_kw},
                {"it_power_peak_kw", "kW", "peak IT power of all sites together", &R::it_power_peak_kw},
                {"grid_power_mean_kw", "kW", "mean power from the grid", &R::grid_power_mean_kw},
                {"grid_power_peak_kw", "kW", "peak power from the grid of all sites together",
                 &R::grid_power_peak_kw},
                {"utilisation_mean", "1", "mean share of the running hosts' performance in use (ITEUsv)",
                 &R::utilisation_mean, ColumnRole::plain, Display::share},
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
                {"water_m3", "m3", "water used", &R::water_m3},
                {"co2_location_t", "t", "CO2 of the grid energy, location-based", &R::co2_location_t},
                {"co2_market_t", "t", "CO2 of the grid energy, market-based", &R::co2_market_t},
                {"co2_embodied_t", "t", "CO2 of making the hardware, spread over its life",
                 &R::co2_embodied_t},
                {"energy_per_workplace_kwh", "kW h", "grid energy per workplace",
                 &R::energy_per_workplace_kwh},
                {"latency_p50_ms", "ms", "median round trip over the workplaces' transactions",
                 &R::latency_p50_ms},
                {"latency_p95_ms", "ms",
                 "95th percentile of the round trip over the workplaces' transactions", &R::latency_p95_ms},
                {"latency_over_limit_share", "1",
                 "share of transactions above their class's round-trip limit", &R::latency_over_limit_share,
                 ColumnRole::plain, Display::share},
                {"wan_peak_gbit_s", "Gbit s-1", "peak traffic, summed over the centers' uplinks",
                 &R::wan_peak_gbit_s},
            },
            cost_columns<R, &R::cost>(),
            {
                {"rules_missed", "1", "rule findings with verdict missed, voluntary labels apart",
                 &R::rules_missed},
            },
        }),
    };
    return table;
}

}  // namespace verbund::outcome
