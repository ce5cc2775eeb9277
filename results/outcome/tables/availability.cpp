#include "results/outcome/tables/availability.hpp"

#include "results/outcome/tables/outages.hpp"

namespace verbund::outcome {

template <>
const Table<AvailabilitySummary>& table_of<AvailabilitySummary>() {
    using R = AvailabilitySummary;
    static const Table<R> table{
        .name = "availability",
        .columns = joined<R>({
            {
                {"variant", "", "variant", &R::variant, ColumnRole::variant},
                {"year", "1", "calendar year", &R::year},
                {"group", "", "critical, other or local", &R::group},
                {"workplaces", "1", "workplaces of administrations with such services", &R::workplaces},
                {"availability", "1", "share of the time in which the services work", &R::availability},
                {"downtime_h", "h", "downtime per year, mean weighted by workplaces", &R::downtime_h},
            },
            outage_columns<R>(),
            {
                {"bsi_class", "1", "BSI availability class of the mean; -1 = below class 0", &R::bsi_class},
                {"worst_h", "h", "downtime per year of the administration that has most", &R::worst_h},
                {"simulated_years", "1", "years simulated", &R::simulated_years},
            },
        }),
    };
    return table;
}

}  // namespace verbund::outcome
