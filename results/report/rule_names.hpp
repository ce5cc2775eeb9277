#pragma once

#include <string>
#include <string_view>

#include "results/report/style.hpp"

namespace verbund::report {

/// True for rules that are law (Energieeffizienzgesetz); others are recommendations, labels and standards.
[[nodiscard]] bool is_law(std::string_view rule);

/// "EnEfG PUE" for "enefg.pue"; the id, printable, for a rule without a name.
[[nodiscard]] std::string rule_name(std::string_view rule, Language language);

}  // namespace verbund::report
