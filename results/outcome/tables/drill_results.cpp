#include "results/outcome/tables/drill_results.hpp"

namespace verbund::outcome {

template <>
const Table<DrillResult>& table_of<DrillResult>() {
    using R = DrillResult;
    static const Table<R> table{
        .name = "drill_results",
        .columns =
            {
                {"variant", "", "variant", &R::variant, ColumnRole::variant},
                {"year", "1", "calendar year", &R::year},
                {"drill", "", "drill in the study, or what fails", &R::drill},
                {"administration", "", "administration", &R::administration, ColumnRole::administration},
                {"workload", "", "workload class", &R::workload},
                {"servers", "1", "servers hit", &R::servers},
                {"servers_short", "1", "servers that found no place", &R::servers_short},
                {"rto_s", "s", "time until people work again", &R::rto_s},
                {"rpo_s", "s", "data lost, as time", &R::rpo_s},
                {"rto_target_s", "s", "recovery time the class may have", &R::rto_target_s},
                {"rpo_target_s", "s", "data loss the class may have", &R::rpo_target_s},
                {"transactions_lost", "1", "transactions that could not be made", &R::transactions_lost},
            },
        .many_rows = true,
        .worst = Worst<R>{{"variant", "year", "drill"}, [](const R& row) { return row.rto_s; }},
    };
    return table;
}

}  // namespace verbund::outcome
