#pragma once

#include <span>
#include <vector>

#include "sim/annual/annual.hpp"

namespace verbund::batch {

/// Rules applied to the centers of one variant and year: EnEfG, EED, NIS2, KRITIS, check list, Blauer Engel,
/// EN 50600 class, distance of backup pairs.  `years` ends with the year of the deployment; those before it
/// count where a rule takes a mean of several years.
[[nodiscard]] std::vector<rules::Finding> find_rules(const study::Study& study,
                                                     const deploy::VariantDeployment& variant,
                                                     const deploy::Deployment& year,
                                                     std::span<const annual::YearOutcome> years);

/// The findings of the last of these years; those missed are counted in its summary, voluntary labels apart.
std::vector<rules::Finding> judge_year(const study::Study& study, const deploy::VariantDeployment& variant,
                                       const deploy::Deployment& year, std::span<annual::YearOutcome> years);

/// As a row of the results.
[[nodiscard]] outcome::RuleFinding to_row(const rules::Finding& finding, std::size_t variant);

}  // namespace verbund::batch
