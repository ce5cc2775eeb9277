#pragma once

#include <chrono>
#include <functional>
#include <string>
#include <string_view>

#include "results/outcome/outcome.hpp"
#include "scenarios/study/study.hpp"

/// The event engine over a whole study: every variant's typical days, nights, waves and drills.
namespace verbund::batch {

/// What the caller sets.
struct EventOptions {
    int jobs = 0;                          ///< child processes at once; 0 = one per core
    std::chrono::seconds time_limit{600};  ///< of one simulation
    std::string only_case;                 ///< play just the case of this name; empty = all
    std::string repeat_command;            ///< in front of " --case NAME" in the report of a failure
    /// Called as simulations end; may throw to stop the run.  May be empty.
    std::function<void(double share, std::string_view what)> progress;
};

/// Adds what the event engine finds to a run whose annual outcome is complete.
///
/// Each simulation is a child process; one that crashes, hangs or is killed becomes a row of
/// `Run::failed_cases` and costs no other.  Rows are ordered by variant, year and kind whatever `jobs`.
/// Throws `InvalidInput` for drills that name what does not exist.
void run_events(const study::StudySet& set, const EventOptions& options, outcome::Run& run);

}  // namespace verbund::batch
