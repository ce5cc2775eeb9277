#pragma once

#include <string>

#include "results/outcome/outcome.hpp"
#include "results/report/style.hpp"

/// What `verbund run` shows.
namespace verbund::report {

/// What the annual engine found: the answers in sentences, then per variant a row for each milestone year
/// (servers, racks, IT and grid power, PUE, electricity, CO2, cost, latency, first bottleneck) and the course
/// over all years.
[[nodiscard]] std::string annual_text(const outcome::Run& run, const Style& style);

/// What the engines that follow found: a line per variant at a glance, how to read, and their tables for each
/// variant.  Empty if none was asked for.
[[nodiscard]] std::string engines_text(const outcome::Run& run, const Style& style);

}  // namespace verbund::report
