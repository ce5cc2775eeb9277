#pragma once

#include "results/outcome/outcome.hpp"
#include "sim/batch/sites/site_order.hpp"

namespace verbund::batch {

/// Looks for backup sites of a variant's shared centers: a mixed-integer model shortlists choices of
/// candidates (models/siting), the annual and the availability engine simulate each of them beside the study
/// without backup sites, and the results are judged and ranked.
///
/// The run has one variant without backup sites and one per choice; `site_options` are ranked: suitable ones
/// before those to be justified and those ruled out, then the Pareto front (verdict, cost, downtime of
/// critical services, 95 % failover round trip, CO2), then by cost.  Throws `InvalidInput` for an order that
/// cannot be met, naming the facts that contradict each other.
[[nodiscard]] outcome::Run compare_sites(const study::StudySet& set, const SiteOrder& order,
                                         const SiteOptions& options);

}  // namespace verbund::batch
