#pragma once

#include <functional>

#include "sim/deploy/deployment.hpp"

namespace verbund::deploy {

/// Gives every center its plant in the phases of `variant`: fixed where the study states it, otherwise built
/// in stages.  A stage serves the largest need of the next `stage_years` years plus the center's reserve; the
/// next one is built in the year in which a need exceeds what stands.  The need of a year is the largest of
/// its phases.  Adds the building steps.
///
/// What stands in a year up to `start_year` is sized for that year's stage, since what was built before is
/// not known.  A stage may reach beyond the years of the variant: `play_on` adds the next one to it.
void size_centers(const study::Study& study, const catalog::Catalog& catalog, int start_year,
                  VariantDeployment& variant, const std::function<void()>& play_on);

/// Adds a building step for every resource of a site of which there is more now than before; height units
/// and rack power are told as racks.
void record_steps(VariantDeployment& variant, int year, std::size_t site, const Limits& before,
                  const Limits& now);

}  // namespace verbund::deploy
