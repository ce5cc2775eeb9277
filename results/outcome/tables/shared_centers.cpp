#include "results/outcome/tables/shared_centers.hpp"

namespace verbund::outcome {

template <>
const Table<SharedCenter>& table_of<SharedCenter>() {
    using R = SharedCenter;
    static const Table<R> table{
        .name = "shared_centers",
        .columns =
            {
                {"variant", "", "variant", &R::variant, ColumnRole::variant},
                {"year", "1", "calendar year", &R::year},
                {"site", "", "center", &R::site, ColumnRole::place},
                {"clients_it_kw", "kW", "mean IT power of the study's clients", &R::clients_it_kw},
                {"other_it_kw", "kW", "mean IT power of clients outside the study", &R::other_it_kw},
                {"clients_share", "1",
                 "share of the study's clients in the IT energy: their share of energy, CO2 and cost",
                 &R::clients_share, ColumnRole::plain, Display::share},
                {"center_it_mwh", "MW h", "IT energy of the whole center", &R::center_it_mwh},
                {"center_grid_mwh", "MW h", "grid energy of the whole center", &R::center_grid_mwh},
                {"center_cost_energy_eur", "EUR", "cost of the grid energy of the whole center",
                 &R::center_cost_energy_eur},
            },
    };
    return table;
}

}  // namespace verbund::outcome
