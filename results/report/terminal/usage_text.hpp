#pragma once

#include <string>

#include "results/outcome/measured_usage.hpp"
#include "results/report/style.hpp"

namespace verbund::report {

/// What an import of measured use found, on a terminal.
[[nodiscard]] std::string usage_text(const outcome::ImportedUsage& found, const Style& style);

}  // namespace verbund::report
