#pragma once

#include <limits>
#include <map>
#include <optional>
#include <vector>

#include "sim/events/drill/plan.hpp"

/// The chain of a recovery, played in a simulated world.
namespace verbund::events {

/// Stands for what never happens.
inline constexpr double never_s = std::numeric_limits<double>::infinity();

/// What became of a service; times in s after midnight of the day of the failure.
struct Recovered {
    double data_back_s = never_s;  ///< restored from backup
    double vms_run_s = never_s;
    double logon_s = 0.0;            ///< from when people could log on again, where that failed too
    double application_s = never_s;  ///< the procedure works
    double people_s = never_s;       ///< people work with it
    double rpo_s = 0.0;
};

/// Data sent back to the site after its return.
struct Failback {
    double starts_s = 0.0;
    double ends_s = 0.0;
    double bytes = 0.0;
    double switch_s = 0.0;  ///< planned standstill for switching back
};

/// When each service ran again, as simulated.
struct RecoveryCourse {
    double promoted_s = never_s;
    double powered_s = never_s;   ///< hosts of the backup site that stood switched off run; never if none did
    double returned_s = never_s;  ///< hosts of the failed site run again
    std::vector<Recovered> services;  ///< as in the plan
    std::optional<Failback> failback;
};

/// Plays the plans in one engine: replication from the first midnight on up to the failure (a plan lies days
/// after it, so that lags have settled), then promotion, restore,
/// boot storms and failback, with the background of each hour on the links; constructs the engine only if
/// anything has to be played.
///
/// A service works when its VMs run, people of its administration can log on again (if that failed too: all
/// but the classes that log people on wait for the first of these) and `application_start` has passed; people
/// reach it elsewhere after `rerouting`.  Hot standby needs promotion and rerouting only.  Data lost: the lag
/// of the copies at the failure, endless where it grows from day to day; what comes from backup: what changed
/// since the end of the last backup window; data of which nothing is left: endless; else none.  Onto new
/// hardware data flow back before anything starts; while an attacked site is built anew they do so already.
/// Neglects that procedures depend on each other beyond logon and storage.  A place that takes over from
/// several sites starts what was decided first first, of the same time in the order of the plans.
[[nodiscard]] std::vector<RecoveryCourse> play_recovery(const deploy::WorldYear& input, const DayShape& day,
                                                        const std::vector<RecoveryPlan>& plans);

/// From when data flow back to the failed site itself: once it is back and restoring is prepared; after an
/// attack once it is prepared, since its storage is whole and the figure of building anew (catalog
/// `repair.ransomware...`: forensics and restoring) holds the flow of usual amounts of data already.
[[nodiscard]] double rebuild_starts_s(const RecoveryPlan& plan, const study::Recovery& recovery);

/// Time since the last backup window ended.
[[nodiscard]] double backup_age_s(const study::Night& night, double time_s);

}  // namespace verbund::events
