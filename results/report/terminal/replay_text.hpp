#pragma once

#include <string>

#include "results/outcome/replay.hpp"
#include "results/report/style.hpp"

/// What a replay of measured VMs found, on a terminal.
namespace verbund::report {

/// Energy, use and overload by type of host, VMs without a place, and what became of every step read.
[[nodiscard]] std::string replay_text(const outcome::Replay& found, const Style& style);

}  // namespace verbund::report
