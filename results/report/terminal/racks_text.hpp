#pragma once

#include <string>

#include "results/outcome/imported_racks.hpp"
#include "results/report/style.hpp"

namespace verbund::report {

/// Today's rooms, on a terminal.
[[nodiscard]] std::string racks_text(const outcome::ImportedRacks& found, const Style& style);

}  // namespace verbund::report
