#pragma once

#include <string>

#include "results/outcome/imported_network.hpp"

namespace verbund::report {

/// What a graph file holds and what was decided, as JSON.
[[nodiscard]] std::string network_json(const outcome::ImportedNetwork& found);

}  // namespace verbund::report
