#pragma once

#include "sim/annual/annual.hpp"
#include "sim/annual/played_year.hpp"

/// The hours of a year, site by site and phase by phase.
namespace verbund::annual {

/// Energies, peaks, needs, counts, round trips and loads of links; nothing of `task.costs` and
/// `task.embodied` is read.  Neglects, errors: as `simulate_year`.
[[nodiscard]] PlayedYear play_year(const YearTask& task);

}  // namespace verbund::annual
