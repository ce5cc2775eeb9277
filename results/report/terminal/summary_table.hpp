#pragma once

#include <string>

#include "results/outcome/outcome.hpp"
#include "results/report/style.hpp"

namespace verbund::report {

/// What `verbund run` shows: the answers in sentences, then per variant a row for each milestone year
/// (servers, racks, IT and grid power, PUE, electricity, CO2, cost, latency, first bottleneck) and the course
/// over all years.
[[nodiscard]] std::string summary_text(const outcome::Run& run, const Style& style);

}  // namespace verbund::report
