#pragma once

#include <string>

#include "results/outcome/outcome.hpp"
#include "results/report/style.hpp"

/// Whether people and copies have two routes, for the terminal.
namespace verbund::report {

/// How many administrations have two routes to their centers that share nothing, and how many pairs of
/// centers for their replication; what prevents them for the first few others.  Empty for a variant whose
/// administrations depend on no center.
[[nodiscard]] std::string route_text(const outcome::Run& run, std::size_t variant, const Style& style);

/// How to read that; empty where no variant has such a line.
[[nodiscard]] std::string route_legend(const outcome::Run& run, const Style& style);

}  // namespace verbund::report
