#pragma once

#include <string>

#include "results/outcome/outcome.hpp"
#include "results/report/sentences/teller.hpp"

namespace verbund::report {

/// What prevents two separate routes, e.g. "both routes of Haan to RZ 1 use duct D7 between Haan and RZ 1",
/// without a full stop; empty where their routes have nothing in common.  Printable.
[[nodiscard]] std::string route_sentence(const CutsByEnds::Cuts& cuts, const Teller& teller);

[[nodiscard]] std::string sentence(const outcome::RoutePair& row, const Teller& teller);
/// Of the way to the backup site.
[[nodiscard]] std::string sentence(const outcome::SiteReach& row, const Teller& teller);

}  // namespace verbund::report
