#pragma once

#include "results/outcome/outcome.hpp"
#include "sim/deploy/world.hpp"

namespace verbund::batch {

/// A run that holds the names of one variant, one year of it and nothing that an engine found.
[[nodiscard]] outcome::Run named_run(const deploy::World& world, int year);

}  // namespace verbund::batch
