#pragma once

#include <string>

#include "results/outcome/replay.hpp"

namespace verbund::report {

/// The replay as JSON; keys end in their unit.
[[nodiscard]] std::string replay_json(const outcome::Replay& found);

}  // namespace verbund::report
