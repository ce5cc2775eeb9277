#pragma once

#include <cstdint>
#include <filesystem>

#include "tests/benchmark/in_child.hpp"

/// Replays of measured use.
namespace verbund::benchmark {

/// VMs with steps 300 s apart on hosts that hold them.
struct ReplaySize {
    int vms = 0;
    int steps = 0;  ///< of each
    int hosts = 0;
};

/// The program's replay, from its start to its end, fastest of five.
struct ReplayTimes {
    double text_s = 0.0;
    double bundle_s = 0.0;
    double text_mb = 0.0;
    double bundle_mb = 0.0;
};
[[nodiscard]] ReplayTimes replay_of_size(const std::filesystem::path& program, const ReplaySize& size);

/// A year of steps that are made while they are asked for, never held.
[[nodiscard]] Effort replay_of_year(const ReplaySize& size);

/// Bytes a second at which both cores read memory beyond the caches.
[[nodiscard]] double memory_bytes_per_s();

}  // namespace verbund::benchmark
