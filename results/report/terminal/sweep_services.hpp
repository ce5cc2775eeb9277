#pragma once

#include <cstddef>
#include <string>

#include "results/outcome/sweep.hpp"
#include "results/report/style.hpp"

/// What the availability and the event engine found in a sweep, as tables for a terminal.
namespace verbund::report {

/// Bands of a combination by variant and year; empty where neither engine played.
[[nodiscard]] std::string service_bands(const outcome::SweepRun& run, std::size_t combination,
                                        const Style& style);

/// Values of each case and variant in the last year that was played, of drills the worst of all years, as the
/// glance at a run tells them; empty where neither engine played.  For a sweep without draws.
[[nodiscard]] std::string service_values(const outcome::SweepRun& run, const Style& style);

}  // namespace verbund::report
