#include "results/outcome/tables/link_ends.hpp"

namespace verbund::outcome {

template <>
const Table<LinkEnds>& table_of<LinkEnds>() {
    using R = LinkEnds;
    static const Table<R> table{
        .name = "link_ends",
        .columns =
            {
                {"id", "", "id in the study", &R::id},
                {"from", "", "node at one end", &R::from, ColumnRole::place},
                {"to", "", "node at the other end", &R::to, ColumnRole::place},
                {"length_km", "km", "length of the route", &R::length_km},
                {"synthetic", "", "made up from coordinates, not given", &R::synthetic},
            },
    };
    return table;
}

}  // namespace verbund::outcome
