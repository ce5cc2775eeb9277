#include "results/outcome/tables/latency_days.hpp"

namespace verbund::outcome {

template <>
const Table<LatencyDay>& table_of<LatencyDay>() {
    using R = LatencyDay;
    static const Table<R> table{
        .name = "latency_days",
        .columns =
            {
                {"variant", "", "variant", &R::variant, ColumnRole::variant},
                {"year", "1", "calendar year", &R::year},
                {"day", "", "typical day; year = all days by their number in the year", &R::day},
                {"transaction", "", "what people wait for; all = every kind", &R::transaction,
                 ColumnRole::transaction},
                {"samples", "1", "transactions simulated", &R::samples},
                {"mean_ms", "ms", "mean response time", &R::mean_ms},
                {"p50_ms", "ms", "median response time", &R::p50_ms},
                {"p95_ms", "ms", "response time that 95 % stay within", &R::p95_ms},
                {"p95_low_ms", "ms", "lower end of the 95 % interval of p95", &R::p95_low_ms},
                {"p95_high_ms", "ms", "upper end of the 95 % interval of p95", &R::p95_high_ms},
                {"p99_ms", "ms", "response time that 99 % stay within", &R::p99_ms},
                {"over_threshold", "1", "share of transactions above their threshold", &R::over_threshold},
                {"workplaces_over", "1", "share of workplaces whose p95 is above the threshold",
                 &R::workplaces_over},
                {"saturated", "1", "share of transactions over a link loaded above 98 %", &R::saturated},
                {"unloaded_ms", "ms", "mean response time without any other load (closed form)",
                 &R::unloaded_ms},
            },
    };
    return table;
}

}  // namespace verbund::outcome
