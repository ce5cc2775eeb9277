#include "results/outcome/tables/line_build.hpp"

namespace verbund::outcome {

template <>
const Table<LineBuild>& table_of<LineBuild>() {
    using R = LineBuild;
    static const Table<R> table{
        .name = "line_build",
        .columns =
            {
                {"variant", "", "variant", &R::variant, ColumnRole::variant},
                {"year", "1", "calendar year in which it must be there", &R::year},
                {"line", "", "access (access:<administration>) or link (link:<link>)", &R::line,
                 ColumnRole::place},
                {"from_gbit_s", "Gbit s-1", "capacity before", &R::from_gbit_s},
                {"to_gbit_s", "Gbit s-1", "capacity after", &R::to_gbit_s},
            },
        .always = true,
    };
    return table;
}

}  // namespace verbund::outcome
