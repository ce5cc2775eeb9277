#pragma once

#include <string>

#include "results/outcome/right_sizes.hpp"

namespace verbund::report {

/// All VMs with the vCPUs they need, as the table of VMs that `verbund replay` takes, and how that was found.
[[nodiscard]] std::string right_size_csv(const outcome::RightSizes& found);

/// The same as JSON; keys end in their unit.
[[nodiscard]] std::string right_size_json(const outcome::RightSizes& found);

}  // namespace verbund::report
