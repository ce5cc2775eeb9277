#pragma once

#include <string>

#include "results/outcome/outcome.hpp"
#include "results/report/place_names.hpp"
#include "results/report/style.hpp"

/// What the event engine found, for the terminal.
namespace verbund::report {

/// Tables of one variant in at most 100 columns: response times by year, the kinds of transaction above their
/// threshold, busiest links, replication, backup windows, migration waves and drills.  Empty if the run holds
/// nothing of the event engine for it.
[[nodiscard]] std::string event_text(const outcome::Run& run, std::size_t variant, const PlaceNames& names,
                                     const Style& style);

/// How to read the tables, and simulations that failed; empty without the event engine.
[[nodiscard]] std::string event_legend(const outcome::Run& run, const Style& style);

/// What one simulation by itself found, below its name: its tables, the energy of a day from both engines,
/// how to read them.
[[nodiscard]] std::string case_text(const outcome::Run& run, const std::string& name, const Style& style);

}  // namespace verbund::report
