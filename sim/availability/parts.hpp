#pragma once

#include <string>
#include <vector>

#include "sim/availability/figures.hpp"

/// Groups of like components as nodes of a system.
namespace verbund::availability {

/// One component named "<kind>/<name>"; `share` scales its rate.
NodeId add_part(System& system, const std::string& name, const Failures& failures, double share = 1.0);

/// At least `needed` of `count` alike; where there is a spare, a share `beta` of one part's failures takes
/// all of them (beta-factor model).
NodeId add_parts(System& system, const std::string& name, const Failures& failures, int count, int needed,
                 double beta);

}  // namespace verbund::availability
