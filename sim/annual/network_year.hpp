#pragma once

#include <span>
#include <vector>

#include "models/workload/profile_set.hpp"
#include "results/outcome/outcome.hpp"
#include "sim/deploy/network_plan.hpp"

/// Closed-form latency and offered load of a variant's network.
namespace verbund::annual {

/// Administrations and links in a year.
struct NetworkYear {
    double latency_p50_ms = 0.0;
    double latency_p95_ms = 0.0;
    double over_limit_share = 0.0;
    std::vector<outcome::AdministrationYear> administrations;  ///< network members only
    std::vector<outcome::LinkYear> links;
};

/// Latency over all transactions of all workplaces, and mean and peak load of accesses and links, over the
/// phases of a year in the order of time; main centers are those of the last.
///
/// Means count each administration in the calendar of its own state, and copies with the changes of a day
/// over 24 h.  Peaks are those of the busiest hour of the kinds of day, taken as common to all states, and
/// copies at the rate of their window.  Links between the same two nodes share their load
/// (`network::Bundles`).
[[nodiscard]] NetworkYear network_year(const deploy::NetworkPlan& plan, const study::Study& study,
                                       const deploy::VariantDeployment& variant,
                                       std::span<const deploy::Deployment> phases,
                                       const workload::ProfileSet& profiles, const catalog::Catalog& catalog);

}  // namespace verbund::annual
