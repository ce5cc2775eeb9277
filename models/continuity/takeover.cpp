#include "models/continuity/takeover.hpp"

#include <algorithm>

namespace verbund::continuity {

bool staff_is_there(const TakeoverSteps& steps, bool workday, Duration time_of_day) {
    return workday && time_of_day >= steps.staff_from && time_of_day < steps.staff_until;
}

Duration decision_time(const TakeoverSteps& steps, bool staffed) {
    if (steps.automatic) return steps.decision_automatic;
    return staffed ? steps.decision_staffed : steps.decision_on_call;
}

Duration mean_decision_time(const TakeoverSteps& steps) {
    constexpr double workdays_per_week = 5.0 / 7.0;
    const Duration present = std::max(Duration{}, steps.staff_until - steps.staff_from);
    const double staffed = workdays_per_week * present.in(days);
    return staffed * decision_time(steps, true) + (1.0 - staffed) * decision_time(steps, false);
}

Duration takeover_time(const TakeoverSteps& steps, StandbyMode standby, Duration decision) {
    const Duration known = steps.detection + decision;
    if (standby == StandbyMode::hot) return known + steps.storage_promotion + steps.rerouting;
    return known + std::max(steps.storage_promotion, steps.cold_start) + steps.application_start +
           steps.rerouting;
}

Fraction takeover_failure(bool tested, Fraction success_tested, Fraction success_untested) {
    return 100.0 * percent - (tested ? success_tested : success_untested);
}

}  // namespace verbund::continuity
