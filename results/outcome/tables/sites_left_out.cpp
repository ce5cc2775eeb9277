#include "results/outcome/tables/sites_left_out.hpp"

namespace verbund::outcome {

template <>
const Table<SiteLeftOut>& table_of<SiteLeftOut>() {
    using R = SiteLeftOut;
    static const Table<R> table{
        .name = "sites_left_out",
        .columns =
            {
                {"site", "", "candidate", &R::site, ColumnRole::place},
                {"name", "", "name", &R::name},
                {"latitude", "degrees_north", "latitude", &R::latitude},
                {"longitude", "degrees_east", "longitude", &R::longitude},
                {"criterion", "", "criterion that decides, or shortlist", &R::criterion},
                {"primary", "", "site that value and limit are of, where they are of two", &R::primary,
                 ColumnRole::place},
                {"binding", "", "resource that does not suffice", &R::binding},
                {"value", "1", "value, in the unit of column unit", &R::value},
                {"limit", "1", "limit, in the unit of column unit", &R::limit},
                {"unit", "", "unit of value and limit", &R::unit, ColumnRole::unit},
            },
    };
    return table;
}

}  // namespace verbund::outcome
