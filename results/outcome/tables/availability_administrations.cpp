#include "results/outcome/tables/availability_administrations.hpp"

#include "results/outcome/tables/outages.hpp"

namespace verbund::outcome {

template <>
const Table<AvailabilityAdministration>& table_of<AvailabilityAdministration>() {
    using R = AvailabilityAdministration;
    static const Table<R> table{
        .name = "availability_administrations",
        .columns = joined<R>({
            {
                {"variant", "", "variant", &R::variant, ColumnRole::variant},
                {"year", "1", "calendar year", &R::year},
                {"administration", "", "administration", &R::administration, ColumnRole::administration},
                {"group", "", "critical, other or local", &R::group},
                {"servers", "1", "servers of the group", &R::servers},
                {"availability", "1", "share of the time in which the services work", &R::availability},
                {"downtime_h", "h", "downtime per year of the average server", &R::downtime_h},
            },
            outage_columns<R>(),
            {
                {"bsi_class", "1", "BSI availability class reached; -1 = below class 0", &R::bsi_class},
            },
        }),
        .many_rows = true,
    };
    return table;
}

}  // namespace verbund::outcome
