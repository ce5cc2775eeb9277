#pragma once

#include <vector>

#include "sim/deploy/world_year.hpp"

namespace verbund::events {

/// Primary data, bytes; [site][workload].
using StoredBytes = std::vector<std::vector<double>>;

[[nodiscard]] StoredBytes stored_bytes(const deploy::WorldYear& input);

}  // namespace verbund::events
