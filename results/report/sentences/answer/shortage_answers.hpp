#pragma once

#include <string>

#include "results/outcome/outcome.hpp"
#include "results/report/place_names.hpp"
#include "results/report/style.hpp"

namespace verbund::report {

/// Year, resource, place, need and limit of the first bottleneck, and how many places share its year.
[[nodiscard]] std::string first_shortage_sentence(const outcome::Run& run, std::size_t variant,
                                                  const PlaceNames& names, const Style& style);

/// How many server rooms, centers, WAN accesses and routes no longer suffice until each milestone year; empty
/// when all do.
///
/// "of N" counts administrations with racks at home, centers in operation, and administrations with
/// workplaces and a known access rate, each in any year up to the milestone.  Routes have no such count: a
/// run lists the routes that could carry traffic, not those that are rented.
[[nodiscard]] std::string shortage_counts_sentence(const outcome::Run& run, std::size_t variant,
                                                   const Style& style);

/// A line for each need above its limit: variant, resource, place, first year, need and limit; that nothing
/// runs out where there is none.
[[nodiscard]] std::string limits_text(const outcome::Run& run, const Style& style);

}  // namespace verbund::report
