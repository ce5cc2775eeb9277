#pragma once

#include <vector>

#include "results/outcome/outcome.hpp"
#include "sim/events/drill/recovery.hpp"

/// Rows of a drill: classes of administrations, and the drill as a whole.
namespace verbund::events {

/// A service and what it went through; times in s after midnight of the day.
struct Fate {
    PlannedService planned;
    double stops_s = 0.0;
    double people_s = 0.0;  ///< infinity = never
    double rpo_s = 0.0;     ///< infinity = everything is lost
};

/// One row per administration and class, by administration and class.  RTO counts from the standstill of the
/// class (where UPS, fuel or heat delay it: from then) until the last of its servers works for its people;
/// not-a-number = never, which no target allows.  Transactions lost: those of the standstill by the day's
/// profile, days repeating, of the share of the class that stands still.
[[nodiscard]] std::vector<outcome::DrillResult> drill_results(const deploy::WorldYear& input,
                                                              const DayShape& day,
                                                              const std::vector<Fate>& fates);

/// RTO and RPO of the critical and very critical classes, RPO of all classes, servers that never run again
/// and data of which no copy is left; workplaces by the share of their most concerned critical class.  Who is
/// only rerouted loses nothing but a moment and does not count as hit.
[[nodiscard]] outcome::DrillSummary summarise(const deploy::WorldYear& input, const std::vector<Fate>& fates,
                                              const std::vector<outcome::DrillResult>& results);

/// Hours at the full rate of a profile between two times (s after midnight, days repeating).
[[nodiscard]] double profile_hours(const DayShape& day, std::size_t profile, double from_s, double to_s);

}  // namespace verbund::events
