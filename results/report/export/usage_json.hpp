#pragma once

#include <string>

#include "results/outcome/measured_usage.hpp"

namespace verbund::report {

/// What an import of measured use found, as JSON; keys end in their unit.
[[nodiscard]] std::string usage_json(const outcome::ImportedUsage& found);

}  // namespace verbund::report
