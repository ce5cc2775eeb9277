#pragma once

#include <string>

#include "results/outcome/outcome.hpp"
#include "results/report/style.hpp"

namespace verbund::report {

/// One line per variant in the last year shown: servers, IT power, WAN, energy and cost, then what the event
/// and availability engines found: response time, downtime (each with half its 95 % interval), the longest
/// recovery of the drills.  Empty if no engine but the annual one found anything.
[[nodiscard]] std::string headline_text(const outcome::Run& run, const Style& style);

}  // namespace verbund::report
