#pragma once

#include <string>

#include "sim/deploy/world.hpp"

/// Where the outside copies of a variant's backups lie.
namespace verbund::batch {

/// Of every center that stores anything in that year, e.g. "outside copies in 2030: rz-1: in rz-2, its backup
/// site, 0.2 km away (one event can destroy both); rz-3: elsewhere (not stated)"; of home rooms once.
[[nodiscard]] std::string outside_copies_text(const deploy::World& world, int year);

}  // namespace verbund::batch
