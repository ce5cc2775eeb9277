#pragma once

#include "sim/deploy/deployment.hpp"

namespace verbund::deploy {

/// Gives every center its plant: fixed where the study states it, otherwise built in stages.  A stage serves
/// the largest need of the next `stage_years` years plus the center's reserve; the next one is built in the
/// year in which a need exceeds what stands.  Adds the building steps.
void size_centers(const study::Study& study, const catalog::Catalog& catalog, VariantDeployment& variant);

}  // namespace verbund::deploy
