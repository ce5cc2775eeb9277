#include "results/outcome/tables/waves.hpp"

namespace verbund::outcome {

template <>
const Table<MigrationWave>& table_of<MigrationWave>() {
    using R = MigrationWave;
    static const Table<R> table{
        .name = "waves",
        .columns =
            {
                {"variant", "", "variant", &R::variant, ColumnRole::variant},
                {"year", "1", "calendar year of the wave", &R::year},
                {"first_day", "", "ISO date on which the wave begins", &R::first_day},
                {"move", "", "move in the study", &R::move},
                {"administrations", "1", "administrations that move", &R::administrations},
                {"data_tb", "TB", "data copied", &R::data_tb},
                {"seeded_tb", "TB", "first copy sent on disks", &R::seeded_tb},
                {"resent_tb", "TB", "changed while it was copied and sent again", &R::resent_tb},
                {"nights", "1", "nights until the last cut-over", &R::nights},
                {"finished", "", "ISO date of the last cut-over; empty = not within 365 nights",
                 &R::finished},
                {"downtime_mean_h", "h", "mean downtime of a cut-over", &R::downtime_mean_h},
                {"downtime_max_h", "h", "longest downtime of a cut-over", &R::downtime_max_h},
                {"others_p95_ms", "ms", "response time of others (95 %) while copies run", &R::others_p95_ms},
                {"others_p95_alone_ms", "ms", "the same without copies", &R::others_p95_alone_ms},
            },
    };
    return table;
}

}  // namespace verbund::outcome
