#pragma once

#include <vector>

#include "sim/deploy/world_year.hpp"

namespace verbund::events {

/// The year as a drill sees it in which these sites fail: where a failed site's load spreads over a group
/// (`spread: all`), its nearest partner stands for all, with the standby hosts that the others hold for it.
///
/// All partners start an equal part at the same time, so one place with all their standby hosts starts the
/// whole as fast as they do together; its storage and path are the nearest one's, which is cautious.  Spare
/// memory of the others' own clusters is not counted.  A partner that fails too adds nothing; if the nearest
/// one does, no other takes over.
[[nodiscard]] deploy::Deployment with_pooled_fallback(const deploy::WorldYear& input,
                                                      const std::vector<std::size_t>& failing);

}  // namespace verbund::events
