#include "results/outcome/tables/missing_standby.hpp"

namespace verbund::outcome {

template <>
const Table<MissingStandby>& table_of<MissingStandby>() {
    using R = MissingStandby;
    static const Table<R> table{
        .name = "missing_standby",
        .columns =
            {
                {"variant", "", "variant", &R::variant, ColumnRole::variant},
                {"year", "1", "calendar year", &R::year},
                {"site", "", "backup site", &R::site, ColumnRole::place},
                {"primary", "", "site whose servers it protects", &R::primary, ColumnRole::place},
                {"criticality", "", "very-critical, critical, normal or low", &R::criticality},
                {"asked", "1", "servers to be protected", &R::asked},
                {"missing", "1", "of them without a copy or standby hosts", &R::missing},
                {"share", "1", "missing / asked", &R::share},
                {"binding", "", "resource that is full", &R::binding},
            },
    };
    return table;
}

}  // namespace verbund::outcome
