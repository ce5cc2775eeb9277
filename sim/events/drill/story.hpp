#pragma once

#include "sim/events/drill/narrow.hpp"
#include "sim/events/drill/paths.hpp"
#include "sim/events/drill/recovery.hpp"
#include "sim/events/drill/timeline.hpp"

/// The timeline of a drill, told from its plan and its course.
namespace verbund::events {

/// Steps from detection to failback, and which of them are on the critical path: the chain of waits that ends
/// when the last critical class works again (none if one never does).  A class's step is told when its last
/// VM, or its last administration, is through.  Of several sites the path is that of the longest standstill.
void tell_recovery(const deploy::WorldYear& input, const std::vector<RecoveryPlan>& plans,
                   const std::vector<RecoveryCourse>& courses, double failed_s, Timeline& timeline);

/// Links fail at 0 and come back after `lasts_s`; people cut off work again `rerouting` later.
void tell_path_failure(const deploy::WorldYear& input, const std::vector<DrillTarget>& targets,
                       const PathFailure& failure, double lasts_s, Timeline& timeline);
/// Up to three of them, by name, from rerouting on.
void tell_narrow_links(const deploy::WorldYear& input, const std::vector<NarrowLink>& narrow,
                       Timeline& timeline);

}  // namespace verbund::events
