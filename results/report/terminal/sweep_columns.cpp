#include "results/report/terminal/sweep_columns.hpp"

#include "models/base/unit_factors.hpp"

namespace verbund::report {

const ShownList& sweep_capacity() {
    static const ShownList shown{
        {"hosts", 1.0, {{"Hosts"}}, 1.0, {{"Hosts"}}},
        {"racks", 1.0, {{"Racks"}}, 1.0, {{"Racks"}}},
        {"it_power_peak_kw", 1.0, {{"IT kW"}}, 1.0, {{"IT kW"}}},
        {"wan_peak_gbit_s", 1.0, {{"WAN Gbit/s"}}, 1.0, {{"WAN Gbit/s"}}},
    };
    return shown;
}

const ShownList& sweep_effort() {
    static const ShownList shown{
        {"energy_grid_mwh",
         1.0,
         {{"Strom MWh"}, {"Energy MWh"}},
         1.0 / mwh_per_gwh,
         {{"Strom GWh"}, {"Energy GWh"}}},
        {"cost_total_eur",
         1e-3,
         {{"Kosten Tsd. EUR"}, {"Cost EUR k"}},
         1.0 / euro_per_million,
         {{"Kosten Mio EUR"}, {"Cost EUR m"}}},
        {"co2_location_t", 1.0, {{"CO2 t"}}, 1e-3, {{"CO2 1000 t"}}},
    };
    return shown;
}

}  // namespace verbund::report
