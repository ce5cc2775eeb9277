#pragma once

#include <cstddef>
#include <string>

#include "results/outcome/outcome.hpp"
#include "results/report/style.hpp"

namespace verbund::report {

/// Phases of the years that have several, as a table in at most 100 columns; empty if no year has.
[[nodiscard]] std::string phase_text(const outcome::Run& run, std::size_t variant, const Style& style);

}  // namespace verbund::report
