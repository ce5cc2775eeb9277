#pragma once

#include <string>

#include "results/outcome/right_sizes.hpp"
#include "results/report/style.hpp"

namespace verbund::report {

/// How many VMs are too large, too small or right, what that frees, and the most notable ones of both kinds.
[[nodiscard]] std::string right_size_text(const outcome::RightSizes& found, const Style& style);

}  // namespace verbund::report
