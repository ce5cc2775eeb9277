#pragma once

#include <vector>

#include "models/compute/host.hpp"
#include "sim/events/world/day_shape.hpp"
#include "sim/events/world/engine.hpp"

/// Energy of all hosts over a typical day, integrated by SimGrid's host energy plugin.
namespace verbund::events {

/// Hosts' energy of a day.
struct EnergyDayOutcome {
    study::TypicalDay day = study::TypicalDay::winter_workday;
    double hosts_kwh = 0.0;  ///< of all pools of all sites; without storage and network gear
};

/// The ten segments of an eleven-point power table as power states; state k holds for utilisations u in
/// [k/10, (k+1)/10]:  P(u) = floor + (full - floor) u, the line through both ends of the segment.  Idle is
/// the first point in all states.
[[nodiscard]] std::vector<PowerState> power_states(const compute::PowerTable& table);

/// State for a utilisation in [0, 1].
[[nodiscard]] int power_state_of(double utilisation);

/// Every set of equal hosts is a processor of one core that stands for one of them; its energy counts once
/// for each that is switched on.  Every hour it takes the power state of the segment that holds the pool's
/// utilisation (clipped at 1) and executes at just that share of its speed, by a rate limit: exact, no
/// quantisation.  Pools have nothing in common, so their days are played one after the other: SimGrid 3.32
/// looks at all living activities whenever one ends.
///
/// Constructs the one engine of its process.
[[nodiscard]] EnergyDayOutcome simulate_energy_day(const deploy::WorldYear& input, const DayShape& day);

}  // namespace verbund::events
