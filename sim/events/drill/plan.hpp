#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "sim/deploy/backup.hpp"
#include "sim/events/drill/capacity.hpp"
#include "sim/events/drill/cause.hpp"
#include "sim/events/world/day_shape.hpp"

/// Who comes back where after an outage: decided before the simulation, since people and software decide by
/// what stands and how long the cause will last, not by how fast machines start.
namespace verbund::events {

/// How a service comes back.
enum class Way {
    in_site,         ///< on the remaining hosts of its site
    failover,        ///< from its copies at the backup site
    restore,         ///< from backup, on free hosts of another site
    primary_return,  ///< at its site once the cause has ended
    rebuild,         ///< at its site on new hardware, its data restored there
    never,           ///< what it needs is destroyed, and no other site has room
    cut_off,         ///< it runs, but its people reach it only when the link is back
    rerouted,        ///< it runs, and its people reach it by another path
};

/// Where data that were destroyed are left.
enum class DataLeft {
    whole,   ///< they were not destroyed
    copy,    ///< at the backup site
    backup,  ///< in the outside copy of the backups
    gone,
};

/// A service that is hit, and how it is to run again.
struct PlannedService {
    Service service;
    Way way = Way::never;
    Lacks lacks = Lacks::nothing;  ///< it was to start elsewhere, but found no place
    DataLeft left = DataLeft::whole;
};

/// What came of the takeover by the backup site.
enum class Takeover { not_tried, succeeds, fails };

/// All times in s after midnight of the day of the failure.
struct RecoveryPlan {
    double stops_s = 0.0;
    double detected_s = 0.0;
    double decided_s = 0.0;
    bool staffed = false;
    double returns_s = Outage::for_good;  ///< its hosts, or new ones, can be switched on
    Outage outage;
    std::optional<deploy::BackupPair> pair;  ///< of the site, where its copies take over or are kept
    Takeover takeover = Takeover::not_tried;
    double takeover_failure = 0.0;         ///< probability that it fails
    deploy::OutsideCopy outside;           ///< of its backups, as far as it still exists and can be reached
    std::optional<std::size_t> away;       ///< site of `failover` and `restore`
    std::vector<PlannedService> services;  ///< in the order in which they start

    [[nodiscard]] bool any(Way way) const;
    /// Any whose data come from there.
    [[nodiscard]] bool any(DataLeft left) const;
    [[nodiscard]] bool hot() const { return pair && pair->rule->standby == continuity::StandbyMode::hot; }
};

/// Time until somebody has decided on a failover, given when the failure is known (s after midnight).
[[nodiscard]] double decision_delay_s(const study::Recovery& recovery, const DayShape& day, double known_s);
/// Whether staff is there at that time.
[[nodiscard]] bool is_staffed(const study::Recovery& recovery, const DayShape& day, double time_s);

/// Bytes/s of one of the streams in which backups, or copies, flow from where they lie to a site: the restore
/// rate; of an outside copy at no center at most its part of `outside_rate`; from a center at most its part
/// of the narrowest link on the way.
[[nodiscard]] double stream_bytes_per_s(const deploy::WorldYear& input, const deploy::OutsideCopy& from,
                                        std::size_t to);

/// In the order of start: on the site's remaining hosts as memory allows (they were sized with N+1); else,
/// for protected classes with copies, at the backup site, as far as the annual engine found a place for them
/// there; else, where the whole site stands still, from the outside copy of its backups at the backup site if
/// that ends before the cause does, or, if there is none and the site is destroyed, at the nearest other
/// shared center or provider with room; else at the site after the cause's end, or on new hardware.  What is
/// restored elsewhere needs free memory, storage and power there.  A service that does not fit as a whole is
/// split: the servers that fit start, the others wait.  Nothing is moved when the site is back before that is
/// decided.  vCPUs and performance may be overcommitted in an emergency.
///
/// A takeover fails with the probability of the availability engine, drawn from "drill/takeover": one draw
/// for all sites and drills of a study, since one practice of taking over stands behind them, so that
/// variants are compared on the same luck.  After one that fails its services are restored from backup, over
/// their copies.
///
/// Destroyed data come back from the copies at the backup site or from the outside copy, unless these were
/// destroyed, too; else they are gone, and with them their service.  After an attack nothing takes over,
/// since replicas take it along (as in the availability engine): the site's own hosts are built anew and its
/// data restored there; outside copies at a center that was attacked, too, are left only with
/// `availability.offline_copy`.
///
/// Sites that fail together share what a place that takes their services over has left: first come copies,
/// site by site, then restores.  A site that fails as a whole takes over nothing, not even after its return;
/// one that fails in part only what its own services leave of the rest.
[[nodiscard]] std::vector<RecoveryPlan> plan_recovery(const deploy::WorldYear& input,
                                                      const DrillRequest& request, const DayShape& day,
                                                      const std::vector<Outage>& outages);

}  // namespace verbund::events
