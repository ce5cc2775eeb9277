#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "models/base/random.hpp"
#include "sim/deploy/world_year.hpp"

/// What a drill lets fail, and when.
namespace verbund::events {

enum class FailureKind { center, room, rack, host, link, duct, utility, cooling };

/// A thing of a variant and year that can fail.
struct DrillTarget {
    FailureKind kind = FailureKind::center;
    std::string text;                ///< "room:rz-1/r1", as written
    std::size_t site = 0;            ///< of all kinds but link and duct
    std::size_t room = 0;            ///< of room and rack: index into the site's rooms
    std::string thing;               ///< name of the room, link or duct
    std::vector<std::size_t> links;  ///< that fail, for link and duct
};

/// A failure on purpose: what, when and for how long.
struct DrillRequest {
    std::string id;                    ///< of the study's drill, or what fails
    std::vector<DrillTarget> targets;  ///< all at the same time; only links and ducts, or none of them
    double at_s = 0.0;                 ///< after midnight
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

/// Numbers of a drill for a site: "drill/<what>/<latitude>,<longitude>", so that no name decides on them.
[[nodiscard]] RandomStream drill_stream(const deploy::WorldYear& input, std::string_view what,
                                        std::size_t site);

/// A link or a duct.
[[nodiscard]] bool is_path(FailureKind kind);
/// Power or cooling of a site.
[[nodiscard]] bool is_supply(FailureKind kind);

/// "center:rz-1", "room:rz-1/r1", "rack:rz-1/r1", "host:rz-1", "link:<id>", "duct:<id>", "utility:rz-1",
/// "cooling:rz-1".  The id of an administration stands for its home (a server room, or the center of the
/// study that is its home).  Throws `InvalidInput`, with `key` as the place, for a thing that does not exist
/// or a center that does not stand in that year.
[[nodiscard]] DrillTarget parse_target(const std::string& text, const deploy::WorldYear& input,
                                       const std::string& key = "--fail");

/// A drill of the study ("drills.<id>" is its key), or of the command line (no key: the options are named).
/// Throws `InvalidInput` with all mistakes: those of `parse_target`, a thing named twice, links together with
/// sites, equipment together with the supply of the same site, a time outside the day, a failure without
/// length, and a destruction that is none.
[[nodiscard]] DrillRequest make_request(const std::string& id, const study::Drill& drill,
                                        const deploy::WorldYear& input, const std::string& key = "");

/// Every failure of one thing, as far as it is asked for.
struct SingleFailures {
    std::vector<DrillTarget> targets;
    std::size_t access_lines_left_out = 0;
};

/// More access lines than this are only played when links are asked for by kind.
inline constexpr std::size_t most_access_lines = 100;

/// Each center that runs or holds anything; its rooms; a rack and a host of each; its utility and its
/// cooling; each link that carries traffic and each duct with such a link.  Home rooms are left out: they
/// fail for one administration only.  So do access lines: of more than `most` none is played, unless `asked`
/// names links.  None asked: all kinds.
[[nodiscard]] SingleFailures all_single_failures(const deploy::WorldYear& input,
                                                 const std::vector<FailureKind>& asked = {},
                                                 std::size_t most = most_access_lines);

/// The kind of a word; empty if there is none.
[[nodiscard]] std::optional<FailureKind> kind_of(std::string_view word);
/// "center", "room", ... in the order of the kinds.
[[nodiscard]] std::vector<std::string> kind_words();
/// "center:ID, room:CENTER/ROOM, ...": how a thing of each kind is named.
[[nodiscard]] std::string target_forms();
/// "center", "room", ..., as in a target's text.
[[nodiscard]] std::string_view kind_word(FailureKind kind);

}  // namespace verbund::events
