#pragma once

#include "results/outcome/not_applicable.hpp"
#include "results/outcome/tables/table.hpp"

namespace verbund::outcome {

/// What an administration sees and keeps.
struct AdministrationYear {
    double workplaces = 0.0;
    double servers = 0.0;  ///< asked, wherever they run
    double servers_at_home = 0.0;
    double home_racks = 0.0;
    double home_it_power_mean_kw = 0.0;
    double home_grid_energy_mwh = 0.0;
    double home_pue = not_applicable;
    double home_binding_share = 0.0;
    double latency_mean_ms = not_applicable;
    double latency_p95_ms = not_applicable;
    double access_mean_gbit_s = 0.0;
    double access_peak_gbit_s = 0.0;
    double access_limit_gbit_s = not_applicable;
    double cost_eur = 0.0;  ///< own room and lines, and its share of centers
    double bill_eur = 0.0;  ///< own room and lines, what tariffs say of centers, its share of the others
    double center_grid_energy_mwh = 0.0;  ///< of centers, by its part of their servers
    double main_center =
        -1.0;  ///< index into `Run::centers` of the center with most of its servers; -1 = home
};

template <>
const Table<AdministrationYear>& table_of<AdministrationYear>();

}  // namespace verbund::outcome
