#pragma once

#include <string>
#include <vector>

#include "results/outcome/outcome.hpp"

/// Drills as `verbund drill` shows them: one, or many ranked.
namespace verbund::report {

/// One drill with its rows.
struct DrillReport {
    std::string variant;  ///< id, as shown
    outcome::DrillSummary summary;
    std::vector<outcome::DrillResult> results;
    std::vector<outcome::DrillEvent> timeline;
};

/// A summary and the variant it belongs to.
struct RankedDrill {
    std::string variant;
    outcome::DrillSummary summary;
};

/// Never (not-a-number) as infinity, so that it is the longest.
[[nodiscard]] double or_endless(double seconds);

/// The worst first: workplaces hit x RTO (never = longest, then by workplaces), then transactions lost, then
/// what fails.
void rank_drills(std::vector<RankedDrill>& drills);

}  // namespace verbund::report
