#include "results/outcome/tables/availability_causes.hpp"

namespace verbund::outcome {

template <>
const Table<AvailabilityCause>& table_of<AvailabilityCause>() {
    using R = AvailabilityCause;
    static const Table<R> table{
        .name = "availability_causes",
        .columns =
            {
                {"variant", "", "variant", &R::variant, ColumnRole::variant},
                {"year", "1", "calendar year", &R::year},
                {"group", "", "critical, other or local", &R::group},
                {"cause", "", "what began the outages", &R::cause},
                {"downtime_h", "h", "downtime per year, mean weighted by workplaces", &R::downtime_h},
                {"share", "1", "share of the group's downtime", &R::share},
            },
    };
    return table;
}

}  // namespace verbund::outcome
