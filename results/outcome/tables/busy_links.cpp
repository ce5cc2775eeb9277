#include "results/outcome/tables/busy_links.hpp"

namespace verbund::outcome {

template <>
const Table<BusyLink>& table_of<BusyLink>() {
    using R = BusyLink;
    static const Table<R> table{
        .name = "busy_links",
        .columns =
            {
                {"variant", "", "variant", &R::variant, ColumnRole::variant},
                {"year", "1", "calendar year", &R::year},
                {"day", "", "typical day", &R::day},
                {"link", "", "link, access (access:...) or uplink (uplink:...)", &R::link, ColumnRole::link},
                {"direction", "", "up (to the centers) or down", &R::direction},
                {"hour", "h", "busiest hour of the day, from 0", &R::hour},
                {"load_gbit_s", "Gbit/s", "load in that hour", &R::load_gbit_s},
                {"capacity_gbit_s", "Gbit/s", "capacity", &R::capacity_gbit_s},
                {"utilisation", "1", "load / capacity", &R::utilisation},
            },
    };
    return table;
}

}  // namespace verbund::outcome
