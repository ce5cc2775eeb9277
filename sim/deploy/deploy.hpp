#pragma once

#include "sim/deploy/deployment.hpp"

namespace verbund::deploy {

/// Applies a variant to every year of the horizon, in order, since hosts and plant carry over from year to
/// year. Deterministic; depends on nothing but its arguments.  Throws `InvalidInput` for contradictions that
/// only show when the variant is played through.
[[nodiscard]] VariantDeployment deploy(const study::StudySet& set, const study::Study& study);

}  // namespace verbund::deploy
