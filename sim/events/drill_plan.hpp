#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "sim/deploy/backup.hpp"
#include "sim/events/day_shape.hpp"
#include "sim/events/drill_cause.hpp"

/// Who comes back where after an outage: decided before the simulation, since people and software decide by
/// what stands and how long the cause will last, not by how fast machines start.
namespace verbund::events {

/// How a service comes back.
enum class Way {
    in_site,         ///< on the remaining hosts of its site
    failover,        ///< from its copies at the backup site
    restore,         ///< from backup, on free hosts of another site
    primary_return,  ///< at its site once the cause has ended
    never,           ///< the site is lost and no other has room
    cut_off,         ///< it runs, but its people reach it only when the link is back
    rerouted,        ///< it runs, and its people reach it by another path
};

struct PlannedService {
    Service service;
    Way way = Way::never;
    bool no_place = false;  ///< it was to start elsewhere, but memory was short
};

/// All times in s after midnight of the day of the failure.
struct RecoveryPlan {
    double stops_s = 0.0;
    double detected_s = 0.0;
    double decided_s = 0.0;
    bool staffed = false;
    double returns_s = Outage::for_good;
    Outage outage;
    std::optional<deploy::BackupPair> pair;  ///< of the site, where its copies take over
    std::optional<std::size_t> away;         ///< site of `failover` and `restore`
    std::vector<PlannedService> services;    ///< in the order in which they start

    [[nodiscard]] bool any(Way way) const;
    [[nodiscard]] bool hot() const { return pair && pair->rule->standby == continuity::StandbyMode::hot; }
};

/// Time until somebody has decided on a failover, given when the failure is known (s after midnight).
[[nodiscard]] double decision_delay_s(const study::Recovery& recovery, const DayShape& day, double known_s);
/// Whether staff is there at that time.
[[nodiscard]] bool is_staffed(const study::Recovery& recovery, const DayShape& day, double time_s);

/// Memory that is free for others' services at a site: its standby hosts and what its own VMs leave of the
/// cluster, the reserve for a failing host included, GB.
[[nodiscard]] double free_ram_gb(const EventInput& input, std::size_t site);

/// In the order of start: on the site's remaining hosts as memory allows (they were sized with N+1); else,
/// for protected classes with copies, at the backup site; else, where the whole site stands still, from
/// backup at the backup site if that ends before the cause does, or, if there is none and the site is lost
/// for good, at the nearest other shared center or provider with free memory; else at the site after the
/// cause's end.  Backups are assumed to be kept outside the site.  A service that does not fit as a whole is
/// split: the servers that fit start, the others wait.  Nothing is moved when the site is back before that is
/// decided.  Counts memory only: vCPUs and performance may be overcommitted in an emergency.
///
/// Sites that fail together share the memory of a place that takes their services over: first come copies,
/// site by site, then restores.  A site that fails as a whole takes over nothing, not even after its return;
/// one that fails in part only what its own services leave of the rest.
[[nodiscard]] std::vector<RecoveryPlan> plan_recovery(const EventInput& input, const DrillRequest& request,
                                                      const DayShape& day,
                                                      const std::vector<Outage>& outages);

}  // namespace verbund::events
