#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "sim/batch/sweep/plays.hpp"

/// Which plays one child process does, one after another.
namespace verbund::batch {

/// How long a play of a variant takes.
struct PlayCost {
    double first_s = 0.0;                       ///< with its deployment
    double again_s = 0.0;                       ///< at other prices
    std::optional<std::uint32_t> deployment{};  ///< the one that children find ready
};

using Chunk = std::vector<const Play*>;

/// Plays of one deployment together, others by variant: as many as fill a quarter of a second, so that
/// starting a child costs little and little is lost with one.  `cost` by variant.
[[nodiscard]] std::vector<Chunk> chunks_of(std::vector<const Play*> plays, const std::vector<PlayCost>& cost);

}  // namespace verbund::batch
