#include "results/outcome/tables/refusals.hpp"

namespace verbund::outcome {

template <>
const Table<Refusal>& table_of<Refusal>() {
    using R = Refusal;
    static const Table<R> table{
        .name = "refusals",
        .columns =
            {
                {"variant", "", "variant", &R::variant, ColumnRole::variant},
                {"year", "1", "calendar year", &R::year},
                {"site", "", "center or administration where they should run", &R::site, ColumnRole::place},
                {"administration", "", "administration that asked", &R::administration, ColumnRole::place},
                {"workload", "", "workload class", &R::workload},
                {"servers", "1", "servers without a place", &R::servers},
                {"binding", "", "resource that is full", &R::binding},
            },
        .always = true,
    };
    return table;
}

}  // namespace verbund::outcome
