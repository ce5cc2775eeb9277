#pragma once

#include <vector>

#include "sim/annual/annual.hpp"

namespace verbund::batch {

/// Rules applied to the centers of one variant and year: EnEfG, utilisation, EN 50600 class, distance of
/// backup pairs.
[[nodiscard]] std::vector<rules::Finding> find_rules(const study::Study& study,
                                                     const deploy::VariantDeployment& variant,
                                                     const deploy::Deployment& year,
                                                     const annual::YearOutcome& outcome);

/// As a row of the results.
[[nodiscard]] outcome::RuleFinding to_row(const rules::Finding& finding, std::size_t variant);

}  // namespace verbund::batch
