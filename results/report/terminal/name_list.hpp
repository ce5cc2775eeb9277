#pragma once

#include <string>
#include <vector>

#include "results/report/style.hpp"

namespace verbund::report {

/// "a, b, c und 7 weitere": the first 20 names, made printable.
[[nodiscard]] std::string name_list(const std::vector<std::string>& names, const Style& style);

}  // namespace verbund::report
