#include "results/outcome/tables/energy_checks.hpp"

namespace verbund::outcome {

template <>
const Table<EnergyCheck>& table_of<EnergyCheck>() {
    using R = EnergyCheck;
    static const Table<R> table{
        .name = "energy_checks",
        .columns =
            {
                {"variant", "", "variant", &R::variant, ColumnRole::variant},
                {"year", "1", "calendar year", &R::year},
                {"day", "", "typical day", &R::day},
                {"events_kwh", "kWh", "energy of all hosts, event engine", &R::events_kwh},
                {"annual_kwh", "kWh", "energy of all hosts, annual engine", &R::annual_kwh},
                {"deviation", "1", "event engine / annual engine - 1", &R::deviation},
            },
    };
    return table;
}

}  // namespace verbund::outcome
