#pragma once

#include <cstdint>

#include "tests/benchmark/in_child.hpp"

/// The event engine: its own cost over SimGrid's, and typical days.
namespace verbund::benchmark {

/// How the same activities are driven.
enum class Driver {
    engine,          ///< our engine: a callback for each end
    bare_callbacks,  ///< SimGrid alone, its completion signal
    bare_actors,     ///< SimGrid alone, one actor per site that waits for each activity
};

/// 300 sites, each with 400 transactions one after the other (two flows, two executions each).
/// `Effort::activities` per `simulate_s` is the rate.
[[nodiscard]] Effort same_activities(Driver driver);

/// A winter workday of 2025 with so many districts (variant `land`), deployment made beforehand.
[[nodiscard]] Effort typical_day_of_size(int administrations);

}  // namespace verbund::benchmark
