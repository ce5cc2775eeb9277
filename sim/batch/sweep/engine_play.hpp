#pragma once

#include <array>
#include <vector>

#include "scenarios/study/sweep.hpp"
#include "sim/deploy/world.hpp"

namespace verbund::batch {

/// What the engines that follow the annual one find in a year: the last of `outcome::sweep_outcomes`, in
/// their order.
using EngineNumbers = std::array<double, 5>;

/// Plays a world of a single variant in the years that these engines play, [year of the horizon]; of the
/// event engine the typical days and the drills, each simulation in a child process of its own, one after the
/// other.  The numbers are those of a run with the same values and seed.
///
/// Throws `InvalidInput` for drills and figures that cannot be, `RunFailed` with the name of a simulation
/// that ends without an outcome.  With events, the calling thread must be the only one.
[[nodiscard]] std::vector<EngineNumbers> play_engines(const deploy::World& world,
                                                      const std::vector<study::SweepEngine>& engines);

}  // namespace verbund::batch
