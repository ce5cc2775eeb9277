#pragma once

#include <cstddef>
#include <vector>

#include "sim/deploy/world_year.hpp"

namespace verbund::deploy {

/// An administration that an engine plays, and how many it stands for.
struct PlayedAdministration {
    std::size_t administration = 0;
    double weight = 1.0;
};

/// All, or if there are more than `limit`: all districts and cities, and as many municipalities as the limit
/// says, drawn in proportion to their seats by the study's seed alone (the same in all variants, years, days
/// and engines); by index.  Those drawn stand for equal numbers of seats, the largest for themselves.
[[nodiscard]] std::vector<PlayedAdministration> played_administrations(const WorldYear& input, int limit);

}  // namespace verbund::deploy
