#pragma once

#include <sys/resource.h>

namespace verbund::batch {

[[nodiscard]] inline double peak_memory_mb_of(int whose) {
    rusage usage{};
    getrusage(whose, &usage);
    return static_cast<double>(usage.ru_maxrss) / 1024.0;
}

/// Largest resident memory of this process so far, in MB; of a forked child, what it shares with its parent
/// included.
[[nodiscard]] inline double peak_memory_mb() { return peak_memory_mb_of(RUSAGE_SELF); }

/// Of the largest child process that has ended, and of its own children; 0 without any.
[[nodiscard]] inline double peak_child_memory_mb() { return peak_memory_mb_of(RUSAGE_CHILDREN); }

}  // namespace verbund::batch
