#pragma once

#include <vector>

#include "sim/events/world/input.hpp"

namespace verbund::events {

/// Primary data, bytes; [site][workload].
using StoredBytes = std::vector<std::vector<double>>;

[[nodiscard]] StoredBytes stored_bytes(const EventInput& input);

}  // namespace verbund::events
