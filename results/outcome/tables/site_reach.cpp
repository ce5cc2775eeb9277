#include "results/outcome/tables/site_reach.hpp"

namespace verbund::outcome {

template <>
const Table<SiteReach>& table_of<SiteReach>() {
    using R = SiteReach;
    static const Table<R> table{
        .name = "site_reach",
        .columns =
            {
                {"variant", "", "variant made for this choice", &R::variant, ColumnRole::variant},
                {"year", "1", "calendar year", &R::year},
                {"administration", "", "administration", &R::administration, ColumnRole::administration},
                {"primary", "", "site of most of its critical servers", &R::primary, ColumnRole::place},
                {"backup", "", "backup site of that", &R::backup, ColumnRole::place},
                {"workplaces", "1", "workplaces", &R::workplaces},
                {"normal_ms", "ms", "round trip to the primary", &R::normal_ms},
                {"failover_ms", "ms", "round trip to the backup site", &R::failover_ms},
                {"disjoint", "1", "1 = two routes to the backup site share nothing", &R::disjoint},
            },
        .many_rows = true,
        .worst = Worst<R>{{"variant", "year"}, [](const R& row) { return row.failover_ms; }},
    };
    return table;
}

}  // namespace verbund::outcome
