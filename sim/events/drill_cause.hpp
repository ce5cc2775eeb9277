#pragma once

#include <limits>
#include <optional>

#include "sim/events/drill_services.hpp"
#include "sim/events/drill_timeline.hpp"

/// From the cause of a failure to what stands still, and when.
namespace verbund::events {

/// Hosts of a site that stand still.
struct Outage {
    static constexpr double for_good = std::numeric_limits<double>::infinity();
    std::size_t site = 0;
    HostWindow hosts;
    bool virtual_only = false;  ///< physical servers go on
    bool whole_site = false;    ///< nothing of the site's own is left to restart on
    double from_s = 0.0;        ///< after the failure
    double until_s = for_good;  ///< when the hosts can be switched on again
};

/// How long the cause lasts: as asked; else a center for good, hosts, racks and rooms until they are
/// repaired, supplies, cooling, links and ducts until they come back (`study::Recovery`).
[[nodiscard]] double cause_lasts_s(const EventInput& input, const DrillRequest& request);

/// Outage that follows from a failure of a site's own, and what leads to it in the timeline; empty if nothing
/// stops.
///
/// A utility failure is carried by the UPS for its autonomy, and by the generator, if the center's class has
/// one (home rooms and centers without a class have none), from its start until its fuel ends, the UPS then
/// carrying on for its autonomy once more.  Whether the generator starts is drawn from "drill/genset/<site>".
/// Without cooling hosts shut down after the thermal limit.  Neglects that load and outside temperature
/// change autonomy, fuel and limit, refuelling, and redundancy of generators and chillers: the failure takes
/// them all.
[[nodiscard]] std::optional<Outage> outage_of(const EventInput& input, const DrillRequest& request,
                                              Timeline& timeline);

}  // namespace verbund::events
