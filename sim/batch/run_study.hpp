#pragma once

#include <functional>
#include <string_view>

#include "results/outcome/outcome.hpp"
#include "scenarios/study/study.hpp"

/// A whole study: every variant and year through the annual engine.
namespace verbund::batch {

/// Called as work is finished, from any thread but never from two at once; may throw to stop the run.
using Progress = std::function<void(double share, std::string_view what)>;

/// What the caller sets.
struct RunOptions {
    int jobs = 0;       ///< threads; 0 = one per core
    Progress progress;  ///< may be empty
};

/// How much was simulated.
struct RunStatistics {
    double host_hours = 0.0;
    double site_years = 0.0;
};

/// Variants and years run in parallel; the outcome does not depend on `jobs`.  Checks the conservation
/// identities of every site and year and throws `RunFailed` with the numbers when one does not hold.
[[nodiscard]] outcome::Run run_study(const study::StudySet& set, const RunOptions& options,
                                     RunStatistics* statistics = nullptr);

}  // namespace verbund::batch
