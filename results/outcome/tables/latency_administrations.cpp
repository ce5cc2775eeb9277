#include "results/outcome/tables/latency_administrations.hpp"

namespace verbund::outcome {

template <>
const Table<LatencyAdministration>& table_of<LatencyAdministration>() {
    using R = LatencyAdministration;
    static const Table<R> table{
        .name = "latency_administrations",
        .columns =
            {
                {"variant", "", "variant", &R::variant, ColumnRole::variant},
                {"year", "1", "calendar year", &R::year},
                {"administration", "", "administration", &R::administration, ColumnRole::administration},
                {"transaction", "", "what people wait for", &R::transaction, ColumnRole::transaction},
                {"samples", "1", "transactions simulated", &R::samples},
                {"p50_ms", "ms", "median response time", &R::p50_ms},
                {"p95_ms", "ms", "response time that 95 % stay within", &R::p95_ms},
                {"p95_low_ms", "ms", "lower end of the 95 % interval of p95", &R::p95_low_ms},
                {"p95_high_ms", "ms", "upper end of the 95 % interval of p95", &R::p95_high_ms},
                {"p99_ms", "ms", "response time that 99 % stay within", &R::p99_ms},
                {"over_threshold", "1", "share of transactions above their threshold", &R::over_threshold},
                {"saturated", "1", "share of transactions over a link loaded above 98 %", &R::saturated},
            },
        .many_rows = true,
        .worst = Worst<R>{{"variant", "year", "transaction"}, [](const R& row) { return row.p95_ms; }},
    };
    return table;
}

}  // namespace verbund::outcome
