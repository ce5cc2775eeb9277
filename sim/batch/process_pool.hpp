#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// Simulations in child processes: SimGrid's engine cannot be started twice in one process, and a case that
/// crashes or hangs must not take the others with it.
namespace verbund::batch {

/// One simulation to be run in a child process of its own.
struct IsolatedCase {
    std::string name;            ///< "b/2030/winter-workday", for progress and messages
    std::string repeat_command;  ///< command line that repeats just this case
    std::uint64_t seed = 0;
    /// Runs in the child and sees the parent's memory as it was when the child began; returns the outcome's
    /// bytes (see case_bytes.hpp).  What else it changes is lost.
    std::function<std::vector<std::uint8_t>()> run;
};

/// Why a case has no outcome.
struct CaseFailure {
    std::string name;
    /// "crashed (signal 11, Segmentation fault)", "no answer within 60 s", "exit code 3", or the text of the
    /// exception.
    std::string reason;
    std::string repeat_command;
    std::uint64_t seed = 0;
    std::string last_words;  ///< the end of what the case wrote to stderr, at most 1 KiB
};

/// Exactly one of the two.
struct CaseResult {
    std::optional<std::vector<std::uint8_t>> bytes;
    std::optional<CaseFailure> failure;
};

/// What the caller sets.
struct PoolOptions {
    int jobs = 0;  ///< children at once; 0 = one per core
    std::chrono::seconds time_limit{
        0};  ///< for each case; 0 = none.  Time in which the parent is stopped is free
    std::size_t memory_limit_mb = 0;  ///< what a child may allocate; 0 = as much as there is
    /// Called in the parent with each result as soon as it is there, before `progress`; results are then not
    /// kept, so that memory does not grow with the number of cases.  May throw to stop the run, and be empty.
    std::function<void(std::size_t index, CaseResult result)> taken{};
    /// Called in the parent after each case, however it ended; may throw to stop the run.  May be empty.
    std::function<void(std::size_t done, std::size_t total, std::string_view name)> progress{};
};

/// Runs every case in a forked child, at most `jobs` at once; results in the order of the cases, whatever
/// order they end in, and none where `taken` has them.  Whatever happens to a case, or a system that gives no
/// process, memory or descriptor for it, becomes its `CaseFailure`.
///
/// Precondition: the calling thread is the only one.  oneTBB's idle workers are ended first (they come back
/// when they are next needed); throws `std::logic_error` if another thread still runs, since a child would
/// inherit the locks it holds and wait for them for ever.
///
/// Children die with the parent, however that ends, and with an exception of `progress`, which goes on to the
/// caller.  They read nothing from stdin, write nothing to stdout, leave no core file, and run none of the
/// parent's destructors and `atexit` functions.
[[nodiscard]] std::vector<CaseResult> run_isolated(const std::vector<IsolatedCase>& cases,
                                                   const PoolOptions& options);

}  // namespace verbund::batch
