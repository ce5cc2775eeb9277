#pragma once

#include <vector>

#include "results/outcome/tables/table.hpp"

namespace verbund::outcome {

/// How often services fail and for how long, as rows of the availability engine have it alike.
template <class Row>
[[nodiscard]] std::vector<Column<Row>> outage_columns() {
    return {
        {"low_h", "h", "lower end of the 95 % interval", &Row::low_h},
        {"high_h", "h", "upper end of the 95 % interval", &Row::high_h},
        {"outages", "1", "outages per year", &Row::outages},
        {"over_1_h", "1", "outages of more than 1 h per year", &Row::over_1_h},
        {"over_8_h", "1", "outages of more than 8 h per year", &Row::over_8_h},
        {"over_24_h", "1", "outages of more than 24 h per year", &Row::over_24_h},
        {"p50_h", "h", "median length of an outage", &Row::p50_h},
        {"p95_h", "h", "length that 95 % of the outages stay within", &Row::p95_h},
        {"longest_h", "h", "longest outage in all simulated years", &Row::longest_h},
    };
}

}  // namespace verbund::outcome
