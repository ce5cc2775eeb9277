#pragma once

#include "models/base/units.hpp"
#include "models/continuity/standby.hpp"

/// How long it takes until a backup site carries, and how often it does not.
namespace verbund::continuity {

/// Steps of a takeover.
struct TakeoverSteps {
    Duration detection = 1.0 * minutes;
    bool automatic = false;  ///< failover is decided by software, not by people
    Duration decision_automatic = 1.0 * minutes;
    Duration decision_staffed = 30.0 * minutes;  ///< on a workday while staff is there
    Duration decision_on_call = 90.0 * minutes;  ///< at any other time
    Duration staff_from = 7.0 * hours;
    Duration staff_until = 17.0 * hours;
    Duration rerouting = 50.0 * milliseconds;    ///< to the second path of a link, or to the other site
    Duration storage_promotion = 5.0 * minutes;  ///< of the copies at the backup site
    Duration cold_start = 10.0 * minutes;        ///< power-on of a host that stood switched off
    Duration application_start = 3.0 * minutes;  ///< per class, after its VMs run
};

/// Whether staff is there at a time after midnight: on workdays from `staff_from` until before `staff_until`.
[[nodiscard]] bool staff_is_there(const TakeoverSteps& steps, bool workday, Duration time_of_day);

/// Until somebody, or software, has decided on a takeover once the failure is noticed.
[[nodiscard]] Duration decision_time(const TakeoverSteps& steps, bool staffed);

/// Mean of `decision_time` over failures at any minute of a week of five workdays.
[[nodiscard]] Duration mean_decision_time(const TakeoverSteps& steps);

/// From the standstill until people work at the backup site:
///
/// T = detection + decision + max(promotion, cold start of hosts that are off) + application start +
/// rerouting.
///
/// Hosts are switched on while the copies are promoted (cold: all, warm: those that stood switched off).  Hot
/// standby neither starts hosts nor applications.  Without the boot storm and the wait for logon, which share
/// storage and cores and emerge in the event engine.
[[nodiscard]] Duration takeover_time(const TakeoverSteps& steps, StandbyMode standby, Duration decision);

/// Probability that a takeover does not succeed: 1 - success, by whether it is tested at least once a year.
[[nodiscard]] Fraction takeover_failure(bool tested, Fraction success_tested, Fraction success_untested);

}  // namespace verbund::continuity
