#pragma once

#include "results/outcome/price_weights.hpp"
#include "sim/batch/run_study.hpp"

/// Which prices carry the cost of a study.
namespace verbund::batch {

/// Raises every price of the study's book by one percent, lives and minimums included, and reads off what
/// that does to depreciation and running costs; the hosts stay those that were chosen at the prices stated.
/// The electricity price carries the bills for electricity and water.  Rows are left out once those before
/// them carry `part` of the sum of all weights (their largest over the variants). Throws as `run_study`.
[[nodiscard]] outcome::PriceWeights price_weights(const study::StudySet& set, double part,
                                                  const Progress& progress);

}  // namespace verbund::batch
