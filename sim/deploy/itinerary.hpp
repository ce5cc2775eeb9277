#pragma once

#include <vector>

#include "sim/deploy/sites.hpp"

/// When each administration's IT goes where.
namespace verbund::deploy {

/// One move as it concerns one administration.
struct Leg {
    Date day;  ///< takes effect at its beginning
    std::size_t target = 0;
    const study::Move* move = nullptr;
};

/// Legs per administration, ordered by day, then by the move's id.  Waves are equal parts of those who move,
/// in the move's order.  Throws `InvalidInput` when a wave finds no standing center to go to.
[[nodiscard]] std::vector<std::vector<Leg>> itineraries(
    const study::Study& study, const SiteTable& table,
    const std::vector<study::ResolvedAdministration>& administrations);

}  // namespace verbund::deploy
