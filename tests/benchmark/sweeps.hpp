#pragma once

#include "tests/benchmark/in_child.hpp"

/// Many cases of the flagship's four variants with districts alone.
namespace verbund::benchmark {

/// What is drawn.
enum class Drawn {
    everything,  ///< every default and price between its ends
    money        ///< five figures that move no machine
};

/// Plays so many draws of all four variants, from nothing, on all cores.  `simulate_s` is until they are
/// merged and analysed, `activities` how many draws it were.
[[nodiscard]] Effort draws_of_flagship(Drawn drawn, int draws);

/// Merges, analyses and writes a sweep of so many draws of one municipality in two variants over three years,
/// whose outcomes are made up: what is measured grows with the number of cases alone.  `simulate_s` is until
/// it is analysed, `write_s` until its file is written.
[[nodiscard]] Effort merge_of_draws(int draws);

}  // namespace verbund::benchmark
