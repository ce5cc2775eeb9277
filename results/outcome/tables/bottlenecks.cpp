#include "results/outcome/tables/bottlenecks.hpp"

namespace verbund::outcome {

template <>
const Table<Bottleneck>& table_of<Bottleneck>() {
    using R = Bottleneck;
    static const Table<R> table{
        .name = "bottlenecks",
        .columns =
            {
                {"variant", "", "variant", &R::variant, ColumnRole::variant},
                {"year", "1", "first calendar year in which the need exceeds the limit", &R::year},
                {"site", "", "center or administration", &R::site, ColumnRole::place},
                {"resource", "", "what runs out", &R::resource},
                {"need", "1", "need, in the unit of column unit", &R::need},
                {"limit", "1", "limit, in the unit of column unit", &R::limit},
                {"unit", "", "unit of need and limit", &R::unit, ColumnRole::unit},
            },
        .always = true,
    };
    return table;
}

}  // namespace verbund::outcome
