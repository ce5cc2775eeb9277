#include "results/outcome/tables/workload_limits.hpp"

namespace verbund::outcome {

template <>
const Table<WorkloadLimit>& table_of<WorkloadLimit>() {
    using R = WorkloadLimit;
    static const Table<R> table{
        .name = "workload_limits",
        .columns =
            {
                {"id", "", "workload class in the catalog", &R::id},
                {"name_de", "", "name in German", &R::name_de},
                {"name_en", "", "name in English", &R::name_en},
                {"rtt_limit_ms", "ms", "round trip above which work suffers", &R::rtt_limit_ms},
            },
    };
    return table;
}

}  // namespace verbund::outcome
