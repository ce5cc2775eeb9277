#include "results/outcome/tables/drills.hpp"

namespace verbund::outcome {

template <>
const Table<DrillSummary>& table_of<DrillSummary>() {
    using R = DrillSummary;
    static const Table<R> table{
        .name = "drills",
        .columns =
            {
                {"variant", "", "variant", &R::variant, ColumnRole::variant},
                {"year", "1", "calendar year", &R::year},
                {"drill", "", "drill in the study, or what fails", &R::drill},
                {"fails", "", "what fails", &R::fails},
                {"day", "", "typical day", &R::day},
                {"at_h", "h", "hour of the day at which it fails", &R::at_h},
                {"lasts_h", "h", "until the cause is removed or new hardware stands", &R::lasts_h},
                {"destroyed", "", "what failed is destroyed", &R::destroyed},
                {"workplaces_hit", "1", "workplaces without a critical class for a time", &R::workplaces_hit},
                {"servers_hit", "1", "servers that went down or out of reach", &R::servers_hit},
                {"servers_never", "1", "servers that never run again", &R::servers_never},
                {"rto_max_s", "s", "longest recovery of a critical class", &R::rto_max_s},
                {"rpo_max_s", "s", "greatest data loss of a critical class", &R::rpo_max_s},
                {"rpo_all_max_s", "s", "greatest data loss of any class", &R::rpo_all_max_s},
                {"data_lost_tb", "TB", "data of which no copy is left", &R::data_lost_tb},
                {"takeover", "", "what came of the takeover: succeeds, fails; empty = none was tried",
                 &R::takeover},
                {"takeover_failure", "1", "probability that a takeover fails", &R::takeover_failure},
                {"transactions_lost", "1", "transactions that could not be made", &R::transactions_lost},
                {"capacity_short", "1", "share of the servers hit that found no place", &R::capacity_short},
                {"targets_missed", "1", "administrations x classes above their RTO or RPO target",
                 &R::targets_missed},
            },
    };
    return table;
}

}  // namespace verbund::outcome
