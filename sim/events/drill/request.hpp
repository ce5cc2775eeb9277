#pragma once

#include <optional>
#include <string>
#include <vector>

#include "sim/events/drill/target.hpp"

/// What a drill lets fail, and when.
namespace verbund::events {

/// A failure on purpose: what, when and for how long.
struct DrillRequest {
    std::string id;  ///< of the study's drill, or what fails
    /// All at the same time; only links and ducts, or none of them.  An attack names all that its operator
    /// runs.
    std::vector<DrillTarget> targets;
    double at_s = 0.0;  ///< after midnight
    /// How long the cause lasts; empty: by kind, see `cause_lasts_s`.
    std::optional<double> lasts_s;
    study::TypicalDay day = study::TypicalDay::winter_workday;
    bool destroyed = false;              ///< what fails is lost with what is stored there
    std::optional<double> replaced_s{};  ///< destroyed: until new hardware stands; empty = never
    study::TakeoverLuck takeover = study::TakeoverLuck::drawn;

    /// Links or ducts fail, not sites.
    [[nodiscard]] bool of_paths() const;
    /// "room:rz-1/r1, room:rz-1/r2"
    [[nodiscard]] std::string text() const;
};

/// A drill of the study ("drills.<id>" is its key), or of the command line (no key: the options are named).
/// Throws `InvalidInput` with all mistakes: those of `parse_target`, a thing named twice, links together with
/// sites, equipment together with the supply of the same site, a time outside the day, a failure without
/// length, and a destruction that is none.
[[nodiscard]] DrillRequest make_request(const std::string& id, const study::Drill& drill,
                                        const deploy::WorldYear& input, const std::string& key = "");

}  // namespace verbund::events
