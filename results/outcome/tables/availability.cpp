#include "results/outcome/tables/availability.hpp"

namespace verbund::outcome {

template <>
const Table<AvailabilitySummary>& table_of<AvailabilitySummary>() {
    using R = AvailabilitySummary;
    static const Table<R> table{
        .name = "availability",
        .columns =
            {
                {"variant", "", "variant", &R::variant, ColumnRole::variant},
                {"year", "1", "calendar year", &R::year},
                {"group", "", "critical, other or local", &R::group},
                {"workplaces", "1", "workplaces of administrations with such services", &R::workplaces},
                {"availability", "1", "share of the time in which the services work", &R::availability},
                {"downtime_h", "h", "downtime per year, mean weighted by workplaces", &R::downtime_h},
                {"low_h", "h", "lower end of the 95 % interval", &R::low_h},
                {"high_h", "h", "upper end of the 95 % interval", &R::high_h},
                {"outages", "1", "outages per year", &R::outages},
                {"over_1_h", "1", "outages of more than 1 h per year", &R::over_1_h},
                {"over_8_h", "1", "outages of more than 8 h per year", &R::over_8_h},
                {"over_24_h", "1", "outages of more than 24 h per year", &R::over_24_h},
                {"p50_h", "h", "median length of an outage", &R::p50_h},
                {"p95_h", "h", "length that 95 % of the outages stay within", &R::p95_h},
                {"longest_h", "h", "longest outage in all simulated years", &R::longest_h},
                {"bsi_class", "1", "BSI availability class of the mean; -1 = below class 0", &R::bsi_class},
                {"worst_h", "h", "downtime per year of the administration that has most", &R::worst_h},
                {"simulated_years", "1", "years simulated", &R::simulated_years},
            },
    };
    return table;
}

}  // namespace verbund::outcome
