#include "results/outcome/tables/phases.hpp"

namespace verbund::outcome {

template <>
const Table<VariantPhase>& table_of<VariantPhase>() {
    using R = VariantPhase;
    static const Table<R> table{
        .name = "phases",
        .columns =
            {
                {"variant", "", "variant", &R::variant, ColumnRole::variant},
                {"year", "1", "calendar year", &R::year},
                {"first_day", "", "first day of the phase", &R::first_day},
                {"last_day", "", "last day of the phase", &R::last_day},
                {"starts_with", "",
                 "what begins it: move, commissioning, closure, backup, given-up or year; of several on one "
                 "day the first of these",
                 &R::starts_with},
                {"hours", "h", "hours of the phase", &R::hours},
                {"servers_at_centers", "1", "VMs and physical servers placed in centers",
                 &R::servers_at_centers},
                {"servers_at_home", "1", "VMs and physical servers placed in home rooms",
                 &R::servers_at_home},
                {"servers_refused", "1", "VMs and physical servers without a place", &R::servers_refused},
                {"hosts_at_centers", "1", "virtualisation hosts in centers, standby included",
                 &R::hosts_at_centers},
                {"hosts_at_home", "1", "virtualisation hosts in home rooms", &R::hosts_at_home},
                {"hosts_bought", "1", "hosts bought on its first day", &R::hosts_bought},
                {"it_power_mean_kw", "kW", "mean IT power over the phase", &R::it_power_mean_kw},
                {"it_power_peak_kw", "kW", "largest IT power of one hour of the phase, of all sites together",
                 &R::it_power_peak_kw},
                {"energy_it_mwh", "MW h", "energy of IT equipment", &R::energy_it_mwh},
                {"energy_grid_mwh", "MW h", "energy drawn from the grid", &R::energy_grid_mwh},
                {"cost_total_eur", "EUR",
                 "its part of the year's cost: of electricity by energy, of all else by days",
                 &R::cost_total_eur},
            },
    };
    return table;
}

}  // namespace verbund::outcome
