#pragma once

#include <functional>
#include <string_view>

#include "results/outcome/outcome.hpp"
#include "scenarios/study/study.hpp"

/// The availability engine over a whole study.
namespace verbund::batch {

/// What the caller sets.
struct AvailabilityOptions {
    int jobs = 0;  ///< threads; 0 = one per core
    /// Called as years are finished; may throw to stop the run.  May be empty.
    std::function<void(double share, std::string_view what)> progress;
};

/// Adds what the availability engine finds to a run whose annual outcome is complete: every variant in the
/// years of its study, and once per variant the pairs of routes that it depends on in these years.  Rows are
/// ordered by variant and year and do not depend on `jobs`.  Throws `InvalidInput` for figures of the catalog
/// that are missing or cannot be.
void run_availability(const study::StudySet& set, const AvailabilityOptions& options, outcome::Run& run);

}  // namespace verbund::batch
