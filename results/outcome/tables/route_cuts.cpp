#include "results/outcome/tables/route_cuts.hpp"

namespace verbund::outcome {

template <>
const Table<RouteCut>& table_of<RouteCut>() {
    using R = RouteCut;
    static const Table<R> table{
        .name = "route_cuts",
        .columns =
            {
                {"variant", "", "variant", &R::variant, ColumnRole::variant},
                {"from", "", "where the routes begin", &R::from, ColumnRole::place},
                {"to", "", "center where they end", &R::to, ColumnRole::place},
                {"kind", "", "access, one-route, unreachable, node, link or duct", &R::kind},
                {"thing", "", "id of the node, link or duct", &R::thing},
                {"end_a", "", "one end of the link", &R::end_a, ColumnRole::place},
                {"end_b", "", "the other end", &R::end_b, ColumnRole::place},
                {"other_a", "", "one end of the second link in the duct", &R::other_a, ColumnRole::place},
                {"other_b", "", "the other end", &R::other_b, ColumnRole::place},
                {"separates", "", "its loss alone leaves no route", &R::separates},
                {"proven", "", "no better pair of routes exists", &R::proven},
            },
        .many_rows = true,
        .on_page = false,  // told with the pairs of routes
    };
    return table;
}

}  // namespace verbund::outcome
