#pragma once

#include <cstddef>
#include <functional>
#include <vector>

#include "results/outcome/outcome.hpp"
#include "scenarios/study/study.hpp"
#include "sim/batch/next_engine.hpp"

/// A whole study: every variant deployed once, every year of it through the annual engine, then what follows.
namespace verbund::batch {

/// What the caller sets.
struct RunOptions {
    int jobs = 0;       ///< threads of the annual engine; 0 = one per core
    Progress progress;  ///< may be empty
    /// Engines that play the same worlds afterwards, variant by variant, in this order.
    std::vector<std::reference_wrapper<NextEngine>> next{};
    /// Called once, from the calling thread, when all that the annual engine finds is in the run; may be
    /// empty.
    std::function<void(const outcome::Run&)> annual_done{};
    /// Most administrations x years x variants that wait in memory for `next`, each some 1.2 kB.  Worlds of a
    /// study with more are made anew when it is their turn, so that a large study needs no more memory with
    /// all engines than with one.
    std::size_t kept_administration_years = 20'000;
};

/// How much was simulated.
struct RunStatistics {
    double host_hours = 0.0;
    double site_years = 0.0;
    std::size_t deployments = 0;  ///< worlds made: one per variant, two where it was too large to be kept
};

/// Variants and years run in parallel; the outcome does not depend on `jobs`.  Checks the conservation
/// identities of every site and year and throws `RunFailed` with the numbers when one does not hold.
///
/// Throws one `InvalidInput` with the mistakes that deploying, or preparing an engine of `next`, shows in any
/// variant.  Once one has a mistake, variants of higher number are deployed and prepared but not simulated.
///
/// Memory: a world is freed when the annual engine has played it; what is kept of it for `next`, the years
/// that were asked for, when the last engine has.
[[nodiscard]] outcome::Run run_study(const study::StudySet& set, const RunOptions& options,
                                     RunStatistics* statistics = nullptr);

}  // namespace verbund::batch
