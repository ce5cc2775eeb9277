#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "models/base/random.hpp"
#include "models/continuity/failure_kind.hpp"
#include "sim/deploy/world_year.hpp"

/// What can fail in a variant and year.
namespace verbund::events {

using continuity::FailureKind;

/// A thing of a variant and year that can fail.
struct DrillTarget {
    FailureKind kind = FailureKind::center;
    std::string text;                ///< "room:rz-1/r1", as written
    std::size_t site = 0;            ///< of all kinds but link and duct
    std::size_t room = 0;            ///< of room and rack: index into the site's rooms
    std::string thing;               ///< name of the room, link or duct
    std::vector<std::size_t> links;  ///< that fail, for link and duct

    [[nodiscard]] const continuity::FailureKindFacts& facts() const { return continuity::facts_of(kind); }
};

/// Numbers of a drill for a site: "drill/<what>/<latitude>,<longitude>", so that no name decides on them.
[[nodiscard]] RandomStream drill_stream(const deploy::WorldYear& input, std::string_view what,
                                        std::size_t site);

/// Names of a site's rooms in the order of its plant: the center's own, else "r1", "r2".
[[nodiscard]] std::vector<std::string> room_names(const deploy::WorldYear& input, std::size_t site);

/// "center:rz-1", "room:rz-1/r1", ... (`continuity::target_forms`).  The id of an administration stands for
/// its home (a server room, or the center of the study that is its home).  Throws `InvalidInput`, with `key`
/// as the place, for a thing that does not exist or a center that does not stand in that year.
[[nodiscard]] DrillTarget parse_target(const std::string& text, const deploy::WorldYear& input,
                                       const std::string& key = "--fail");

}  // namespace verbund::events
