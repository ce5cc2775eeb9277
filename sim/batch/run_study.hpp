#pragma once

#include <cstddef>
#include <functional>
#include <vector>

#include "results/outcome/outcome.hpp"
#include "scenarios/study/study.hpp"
#include "sim/batch/next_engine.hpp"

/// A whole study: every variant deployed once, every year of it through the annual engine, then what follows.
namespace verbund::batch {

struct RunOptions {
    int jobs = 0;       ///< threads of the annual engine; 0 = one per core
    Progress progress;  ///< may be empty
    /// Engines that play the same worlds afterwards, variant by variant, in this order.
    std::vector<std::reference_wrapper<NextEngine>> next{};
};

/// How much was simulated.
struct RunStatistics {
    double host_hours = 0.0;
    double site_years = 0.0;
    std::size_t deployments = 0;  ///< worlds made
};

/// Variants and years run in parallel; the outcome does not depend on `jobs`.  Checks the conservation
/// identities of every site and year and throws `RunFailed` with the numbers when one does not hold.
///
/// Throws one `InvalidInput` with the mistakes that deploying, or preparing an engine of `next`, shows in any
/// variant.  Once one has a mistake, variants of higher number are deployed and prepared but not simulated.
///
/// Memory: a world is freed when the annual engine has played it; what `next` needs of it, the years that
/// were asked for, when the last engine has.
[[nodiscard]] outcome::Run run_study(const study::StudySet& set, const RunOptions& options,
                                     RunStatistics* statistics = nullptr);

}  // namespace verbund::batch
