#pragma once

#include <vector>

#include "results/outcome/outcome.hpp"
#include "sim/events/drill/request.hpp"

/// Failures on purpose: who is without what for how long, and what is lost.
namespace verbund::events {

/// What a drill found.
struct DrillOutcome {
    outcome::DrillSummary summary;
    std::vector<outcome::DrillResult> results;  ///< by administration, then class
    std::vector<outcome::DrillEvent> timeline;  ///< by time
};

/// Lets the targets fail at the same time and plays what follows: standstill (UPS, generator and heat),
/// detection, decision, restart on what is left of the site, takeover by the backup site, restore from
/// backup, or the site's return; for links, other paths or none.  See sim/events/README.md for the chain and
/// what it neglects.
///
/// Constructs at most one `Engine`: one call per process.
[[nodiscard]] DrillOutcome simulate_drill(const deploy::WorldYear& input, const DrillRequest& request);

}  // namespace verbund::events
