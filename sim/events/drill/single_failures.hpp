#pragma once

#include <cstddef>
#include <vector>

#include "sim/events/drill/target.hpp"

/// The failures of one thing each that a variant can meet.
namespace verbund::events {

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

}  // namespace verbund::events
