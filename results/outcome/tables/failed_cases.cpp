#include "results/outcome/tables/failed_cases.hpp"

namespace verbund::outcome {

template <>
const Table<FailedCase>& table_of<FailedCase>() {
    using R = FailedCase;
    static const Table<R> table{
        .name = "failed_cases",
        .columns =
            {
                {"name", "", "simulation", &R::name},
                {"reason", "", "why it gave no outcome", &R::reason},
                {"repeat", "", "command that repeats it", &R::repeat},
                {"seed", "", "seed", &R::seed},
            },
    };
    return table;
}

}  // namespace verbund::outcome
