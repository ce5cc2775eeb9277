#include "results/outcome/tables/route_pairs.hpp"

namespace verbund::outcome {

int badness(const RoutePair& row) {
    if (row.kind == "disjoint" || row.kind == "same-place") return 0;
    return row.kind == "one-access" ? 1 : 2;
}

template <>
const Table<RoutePair>& table_of<RoutePair>() {
    using R = RoutePair;
    static const Table<R> table{
        .name = "route_pairs",
        .columns =
            {
                {"variant", "", "variant", &R::variant, ColumnRole::variant},
                {"from_kind", "", "administration or center", &R::from_kind},
                {"from", "", "where the routes begin", &R::from, ColumnRole::place},
                {"to", "", "center where they end", &R::to, ColumnRole::place},
                {"role", "", "serves, backup or replication", &R::role},
                {"kind", "", "disjoint, same-place, one-access, one-route, sharing or unreachable", &R::kind},
                {"first_ms", "ms", "round trip on the shorter route", &R::first_ms},
                {"second_ms", "ms", "round trip on the other route; NaN = there is none", &R::second_ms},
                {"first_km", "km", "length of the shorter route", &R::first_km},
                {"second_km", "km", "length of the other route; NaN = there is none", &R::second_km},
            },
        .many_rows = true,
        .worst = Worst<R>{{"variant", "from_kind"},
                          [](const R& row) { return static_cast<double>(badness(row)); }},
    };
    return table;
}

}  // namespace verbund::outcome
