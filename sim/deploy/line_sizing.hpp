#pragma once

#include <vector>

#include "models/catalog/catalog.hpp"
#include "models/workload/profile_set.hpp"
#include "scenarios/study/study.hpp"
#include "sim/deploy/deployment.hpp"
#include "sim/deploy/network_plan.hpp"

/// Capacities of the lines of a network, year by year.
///
/// A stated line carries what is stated: a drawn link its `capacity`, a synthetic trunk `network.backbone`, a
/// synthetic access the administration's `access`, else the `uplink` of its own room.  Every other one is
/// built in stages, in the rates that carriers sell (`network::sold_rate`): the next stage comes in the year
/// in which a need exceeds what stands, serves the largest need of the next `network.stage_years` years plus
/// `network.reserve`, and nothing is taken back.  Need = peak (`line_peaks`) x `network.sizing_factor`.  What
/// stands at the start serves the need of that year plus the reserve and is at least the usual line of its
/// kind then (`network::usual_capacity`; links at an administration: its kind; all others: center).
namespace verbund::deploy {

/// Sizes the lines in all years that `variant` holds, which ascend without a gap; the peak of a year is the
/// largest of its phases.  What stands in a year up
/// to `start_year` is sized for that year, since what was built before is not known.
[[nodiscard]] Lines size_lines(const NetworkPlan& plan, const study::Study& study,
                               const catalog::Catalog& catalog, int start_year,
                               const VariantDeployment& variant, const workload::ProfileSet& profiles);

/// Lines of a year: those of the plan, or of a plan without any those that the deployment by
/// itself asks for.
[[nodiscard]] LineYear lines_of(const NetworkPlan& plan, const study::Study& study,
                                const catalog::Catalog& catalog, const VariantDeployment& variant,
                                const Deployment& year, const workload::ProfileSet& profiles);

}  // namespace verbund::deploy
