#include "results/outcome/tables/cutovers.hpp"

namespace verbund::outcome {

template <>
const Table<Cutover>& table_of<Cutover>() {
    using R = Cutover;
    static const Table<R> table{
        .name = "cutovers",
        .columns =
            {
                {"variant", "", "variant", &R::variant, ColumnRole::variant},
                {"year", "1", "calendar year of the wave", &R::year},
                {"first_day", "", "ISO date on which the wave begins", &R::first_day},
                {"move", "", "move in the study", &R::move},
                {"administration", "", "administration", &R::administration, ColumnRole::administration},
                {"data_gb", "GB", "data copied", &R::data_gb},
                {"starts_night", "1", "first night of its copy", &R::starts_night},
                {"finished_night", "1", "night of its cut-over", &R::finished_night},
                {"downtime_h", "h", "downtime of the cut-over", &R::downtime_h},
            },
        .many_rows = true,
    };
    return table;
}

}  // namespace verbund::outcome
