#pragma once

#include <string>

#include "results/outcome/outcome.hpp"
#include "results/report/style.hpp"

/// What the availability engine found, for the terminal.
namespace verbund::report {

/// Tables of one variant in at most 100 columns: downtime by year and group of services, and in the last year
/// the causes of the critical services' downtime (of the local ones where there are no others), which is what
/// to improve first.  Empty if the run holds nothing of the availability engine for it.
[[nodiscard]] std::string availability_text(const outcome::Run& run, std::size_t variant, const Style& style);

/// How to read the tables; empty without the availability engine.
[[nodiscard]] std::string availability_legend(const outcome::Run& run, const Style& style);

}  // namespace verbund::report
