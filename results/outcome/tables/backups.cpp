#include "results/outcome/tables/backups.hpp"

namespace verbund::outcome {

template <>
const Table<NightBackup>& table_of<NightBackup>() {
    using R = NightBackup;
    static const Table<R> table{
        .name = "backups",
        .columns =
            {
                {"variant", "", "variant", &R::variant, ColumnRole::variant},
                {"year", "1", "calendar year", &R::year},
                {"site", "", "center or administration", &R::site, ColumnRole::place},
                {"to", "", "site of the copy outside; empty = none", &R::to, ColumnRole::place},
                {"changed_gb", "GB", "changed blocks read", &R::changed_gb},
                {"sent_gb", "GB", "sent out of the site after reduction", &R::sent_gb},
                {"local_end_h", "h", "end of the local backup after the window began", &R::local_end_h},
                {"outside_end_h", "h", "end of the copy outside after the window began", &R::outside_end_h},
                {"window_h", "h", "length of the window", &R::window_h},
                {"holds", "", "everything is done within the window", &R::holds},
            },
    };
    return table;
}

}  // namespace verbund::outcome
