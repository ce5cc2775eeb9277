#pragma once

#include <cstdint>
#include <string>

#include "results/outcome/not_applicable.hpp"
#include "results/outcome/tables/table.hpp"

namespace verbund::outcome {

/// A step of a drill's timeline.  What does not apply to a step is empty or not applicable.
struct DrillEvent {
    std::int32_t variant = 0;
    std::int32_t year = 0;
    std::string drill;
    double at_s = 0.0;  ///< after the failure
    /// failure, stop, genset, fuel, detection, decision, takeover, copies, promotion, power-on, restore,
    /// data, boot, application, logon, restored, short, waiting, never, gone, failback, replication,
    /// rerouting, cut, narrow, office, cause-ends
    std::string step;
    std::string form;     ///< which of the things that such a step can be: "room", "ups-empty", "away" ...
    std::string subject;  ///< id of the site, class, link or duct that it concerns; several by ", "
    std::string place;    ///< id of the site, or "home:" and the administration of a server room; of a link
                          ///< the node at one end
    std::string other;    ///< the site to which copies go; of a link the other end
    std::string room;
    std::string who;                          ///< ids of administrations, at most three, by ", "
    double administrations = not_applicable;  ///< how many
    double servers = not_applicable;
    double count = not_applicable;  ///< hosts that fail; links; ways
    double of = not_applicable;     ///< hosts that there are
    double amount = not_applicable;
    double limit = not_applicable;
    std::string unit;  ///< of amount and limit
    double duration_s = not_applicable;
    double pause_s = not_applicable;  ///< planned, for switching back
    double hour = not_applicable;     ///< of the day
    bool critical_path = false;       ///< on the path that ends with the last critical class
};

template <>
const Table<DrillEvent>& table_of<DrillEvent>();

}  // namespace verbund::outcome
