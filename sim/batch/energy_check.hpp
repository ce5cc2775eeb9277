#pragma once

#include "results/outcome/outcome.hpp"
#include "sim/events/latency/energy_day.hpp"

namespace verbund::batch {

/// Hosts' energy of a day as the annual engine has it: power at the hour's utilisation of each pool
/// (`deploy::pool_slots`), every state on a day of this type.
[[nodiscard]] double annual_day_kwh(const deploy::WorldYear& input, int day_type);

/// Compares the event engine's day with the annual engine's; they are to agree within 0.5 %.
/// Throws `std::invalid_argument` for a day that the annual engine does not know (month end, election night).
[[nodiscard]] outcome::EnergyCheck check_energy(const deploy::WorldYear& input,
                                                const events::EnergyDayOutcome& day);

}  // namespace verbund::batch
