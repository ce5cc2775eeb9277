#pragma once

#include <string>

#include "results/outcome/outcome.hpp"
#include "results/report/place_names.hpp"
#include "results/report/style.hpp"

namespace verbund::report {

/// What the centers that the run sizes must have in each milestone year, summed over them: the last building
/// stage up to that year of each center's IT power and racks.  Empty when the run sizes none.
[[nodiscard]] std::string build_sentence(const outcome::Run& run, std::size_t variant, const Style& style);

/// How many rooms of administrations are built on by the years shown; empty if none.
[[nodiscard]] std::string room_build_sentence(const outcome::Run& run, std::size_t variant,
                                              const Style& style);

/// How many lines of those that the run sizes are built on by the years shown, and which comes first; empty
/// if none.  The whole list is in the results file.
[[nodiscard]] std::string line_build_sentence(const outcome::Run& run, std::size_t variant,
                                              const PlaceNames& names, const Style& style);

}  // namespace verbund::report
