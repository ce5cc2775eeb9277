#pragma once

#include <string>

#include "results/outcome/imported_network.hpp"
#include "results/report/style.hpp"

namespace verbund::report {

/// What a graph file holds and what was decided, on a terminal.
[[nodiscard]] std::string network_text(const outcome::ImportedNetwork& found, const Style& style);

}  // namespace verbund::report
