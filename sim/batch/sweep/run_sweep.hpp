#pragma once

#include <chrono>
#include <cstddef>
#include <filesystem>
#include <functional>
#include <set>
#include <string>
#include <vector>

#include "results/outcome/sweep.hpp"
#include "scenarios/study/study.hpp"
#include "sim/batch/next_engine.hpp"
#include "sim/batch/sweep/plan.hpp"

/// All cases of a sweep, on this machine.
namespace verbund::batch {

/// One of several equal parts of the plays, for a machine of its own; all of them where `of` is 1.
struct SweepPart {
    std::size_t number = 1;  ///< from 1
    std::size_t of = 1;
};

/// How much there was to do.
struct SweepStatistics {
    std::size_t plays = 0;        ///< different ones: a variant with its values
    std::size_t known = 0;        ///< of them, played before
    std::size_t outdated = 0;     ///< of them, played before by another version of the program, and so again
    std::size_t deployments = 0;  ///< different ones among those still to be played
};

/// What the caller sets.
struct SweepOptions {
    std::filesystem::path folder;        ///< of the ledgers; exists
    SweepPart part{};                    ///< has a ledger of its own, which the whole takes over
    std::string repeat{};                ///< command line that plays one case again, without its number
    int jobs = 0;                        ///< child processes at once; 0 = one per core
    std::chrono::seconds time_limit{0};  ///< of a case; 0 = none
    std::size_t memory_limit_mb = 0;     ///< of a case; 0 = as much as there is
    std::function<void(const SweepStatistics&)> begun{};  ///< called before anything is played
    Progress progress{};
};

/// Plays what the ledger lacks in child processes, enters each outcome as soon as it is there, and puts the
/// values of all cases in order, in a file; nothing is computed from them yet (`analyse`).  What fails is
/// listed and leaves not-a-number; nothing else stops.  Results depend on the study alone, never on what was
/// played when.  Memory: some 60 bytes a play and 100 a draw, and one block of values.
[[nodiscard]] outcome::SweepRun run_sweep(const study::StudySet& set, const SweepPlan& plan,
                                          const SweepOptions& options, SweepStatistics& statistics);

/// The same of some cases alone.
[[nodiscard]] outcome::SweepCases run_cases(const study::StudySet& set, const SweepPlan& plan,
                                            const SweepOptions& options, const std::set<std::size_t>& numbers,
                                            SweepStatistics& statistics);

}  // namespace verbund::batch
