#include "results/outcome/tables/administrations.hpp"

namespace verbund::outcome {

template <>
const Table<AdministrationYear>& table_of<AdministrationYear>() {
    using R = AdministrationYear;
    static const Table<R> table{
        .name = "administrations",
        .columns =
            {
                {"workplaces", "1", "workplaces", &R::workplaces},
                {"servers", "1", "servers asked, wherever they run", &R::servers},
                {"servers_at_home", "1", "servers that run in the home room", &R::servers_at_home},
                {"home_racks", "1", "racks in the home room", &R::home_racks},
                {"home_it_power_mean_kw", "kW", "mean IT power of the home room", &R::home_it_power_mean_kw},
                {"home_grid_energy_mwh", "MW h", "grid energy of the home room", &R::home_grid_energy_mwh},
                {"home_pue", "1", "PUE of the home room", &R::home_pue},
                {"home_binding_share", "1", "highest need over limit in the home room",
                 &R::home_binding_share, ColumnRole::plain, Display::share},
                {"latency_mean_ms", "ms", "mean round trip of its transactions", &R::latency_mean_ms},
                {"latency_p95_ms", "ms", "95th percentile of the round trip of its transactions",
                 &R::latency_p95_ms},
                {"access_mean_gbit_s", "Gbit s-1", "mean traffic on its access link", &R::access_mean_gbit_s},
                {"access_peak_gbit_s", "Gbit s-1", "peak traffic on its access link", &R::access_peak_gbit_s},
                {"access_limit_gbit_s", "Gbit s-1", "capacity of its access link", &R::access_limit_gbit_s},
                {"cost_eur", "EUR",
                 "cost in the year: of its own room and lines, and of centers by its share of their servers",
                 &R::cost_eur},
                {"bill_eur", "EUR",
                 "what it pays in the year: own room and lines, bills of centers with a tariff, its share of "
                 "the others' cost",
                 &R::bill_eur},
                {"center_grid_energy_mwh", "MW h",
                 "its part of the centers' grid energy, by servers (EnEfG s. 15 tells it each client)",
                 &R::center_grid_energy_mwh},
                {"main_center", "1",
                 "position on the center axis (from 0) of the center that runs most of its servers; -1 = "
                 "home room",
                 &R::main_center},
            },
    };
    return table;
}

}  // namespace verbund::outcome
