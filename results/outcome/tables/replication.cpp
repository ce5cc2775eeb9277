#include "results/outcome/tables/replication.hpp"

namespace verbund::outcome {

template <>
const Table<ReplicationLag>& table_of<ReplicationLag>() {
    using R = ReplicationLag;
    static const Table<R> table{
        .name = "replication",
        .columns =
            {
                {"variant", "", "variant", &R::variant, ColumnRole::variant},
                {"year", "1", "calendar year", &R::year},
                {"primary", "", "center that is protected", &R::primary, ColumnRole::place},
                {"backup", "", "backup site", &R::backup, ColumnRole::place},
                {"workload", "", "workload class", &R::workload},
                {"mode", "", "sync or async", &R::mode},
                {"verdict", "", "what the round trip allows", &R::verdict},
                {"rtt_ms", "ms", "round trip between the sites", &R::rtt_ms},
                {"write_delay_ms", "ms", "added to each write", &R::write_delay_ms},
                {"change_gb", "GB", "changes of the day", &R::change_gb},
                {"lag_p50_s", "s", "median lag of the copies", &R::lag_p50_s},
                {"lag_p95_s", "s", "lag not exceeded 95 % of the day", &R::lag_p95_s},
                {"lag_max_s", "s", "greatest lag", &R::lag_max_s},
                {"growth_s_per_day", "s", "growth of a lag that never settles, per day; 0 = it is steady",
                 &R::growth_s_per_day},
                {"rpo_target_s", "s", "data loss the class may have", &R::rpo_target_s},
                {"met", "", "the 95 % lag is within the target", &R::met},
            },
    };
    return table;
}

}  // namespace verbund::outcome
