#pragma once

#include <limits>
#include <vector>

#include "sim/events/drill/request.hpp"
#include "sim/events/drill/services.hpp"
#include "sim/events/drill/timeline.hpp"

/// From the cause of a failure to what stands still, and when.
namespace verbund::events {

/// Hosts of a site that stand still.
struct Outage {
    static constexpr double for_good = std::numeric_limits<double>::infinity();
    std::size_t site = 0;
    FailedHosts hosts;
    bool virtual_only = false;  ///< physical servers go on
    bool whole_site = false;    ///< nothing of the site's own is left to restart on
    bool destroyed = false;     ///< lost with what is stored there, not only out
    bool attacked = false;      ///< its systems and data are lost to an attack, its hardware is not
    double from_s = 0.0;        ///< after the failure
    double until_s = for_good;  ///< when the hosts, or new ones, can be switched on
};

/// Whether a target is lost, not only out: as asked, or to an attack; else by its kind where no length is
/// stated.
[[nodiscard]] bool is_destroyed(const DrillRequest& request, const DrillTarget& target);

/// How long a target's cause lasts: as asked; what is destroyed until it is replaced, else for good; else the
/// usual length of its kind (`continuity::UsualLength`), of which `repair.fibre` and `repair.ransomware`
/// (with `availability.offline_copy` that of an offline copy) are figures of the availability engine.
[[nodiscard]] double cause_lasts_s(const deploy::WorldYear& input, const DrillRequest& request,
                                   const DrillTarget& target);
/// The longest of them.
[[nodiscard]] double cause_lasts_s(const deploy::WorldYear& input, const DrillRequest& request);

/// Outages that follow from failures of the sites' own, one per site in the order of sites, and what leads to
/// them in the timeline; none where nothing stops.  Several failures of one site are one outage: of all hosts
/// that one of them takes, from the first standstill until the last cause has ended.
///
/// A utility failure: `continuity::ride_through`, with a generator where the site's class has one
/// (`deploy::has_generator`); whether it starts and how long it runs is drawn from "drill/genset/<place>".
/// Without cooling hosts shut down after the thermal limit.  Neglects that load and outside temperature
/// change autonomy, fuel and limit, refuelling, and redundancy of generators and chillers: the failure takes
/// them all.
[[nodiscard]] std::vector<Outage> outages_of(const deploy::WorldYear& input, const DrillRequest& request,
                                             Timeline& timeline);

}  // namespace verbund::events
