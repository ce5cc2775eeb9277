#pragma once

#include <cstddef>
#include <string>
#include <vector>

/// Which plays one child process does, one after another.
namespace verbund::batch {

/// A variant with the values of a case, known by the content of all that it is played from.
struct Play {
    std::string hash;
    std::size_t number = 0;  ///< first case that has it
    std::size_t variant = 0;
    std::string deployment;  ///< the same for plays of one seed that differ in money and accounting alone
};

/// How long a play of a variant takes.
struct PlayCost {
    double first_s = 0.0;      ///< with its deployment
    double again_s = 0.0;      ///< at other prices
    std::string deployment{};  ///< the one that children find ready
};

using Chunk = std::vector<const Play*>;

/// Plays of one deployment together, others by variant: as many as fill a quarter of a second, so that
/// starting a child costs little and little is lost with one.  `cost` by variant.
[[nodiscard]] std::vector<Chunk> chunks_of(const std::vector<const Play*>& plays,
                                           const std::vector<PlayCost>& cost);

}  // namespace verbund::batch
