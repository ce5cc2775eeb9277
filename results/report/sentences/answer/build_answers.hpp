#pragma once

#include <string>

#include "results/outcome/outcome.hpp"
#include "results/report/style.hpp"

namespace verbund::report {

/// What the centers that the run sizes must have in each milestone year, summed over them: the last building
/// stage up to that year of each center's IT power and racks.  Empty when the run sizes none.
[[nodiscard]] std::string build_sentence(const outcome::Run& run, std::size_t variant, const Style& style);

}  // namespace verbund::report
