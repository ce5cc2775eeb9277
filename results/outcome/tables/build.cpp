#include "results/outcome/tables/build.hpp"

namespace verbund::outcome {

template <>
const Table<BuildStep>& table_of<BuildStep>() {
    using R = BuildStep;
    static const Table<R> table{
        .name = "build",
        .columns =
            {
                {"variant", "", "variant", &R::variant, ColumnRole::variant},
                {"year", "1", "calendar year in which it must be there", &R::year},
                {"site", "", "center or administration", &R::site, ColumnRole::place},
                {"resource", "", "what is built", &R::resource},
                {"from", "1", "capacity before, in the unit of column unit", &R::from},
                {"to", "1", "capacity after, in the unit of column unit", &R::to},
                {"unit", "", "unit of from and to", &R::unit, ColumnRole::unit},
            },
        .always = true,
    };
    return table;
}

}  // namespace verbund::outcome
