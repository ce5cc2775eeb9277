#pragma once

#include <string>
#include <string_view>

#include "results/report/style.hpp"

namespace verbund::report {

/// What makes a rule hold.
enum class RuleKind {
    law,         ///< Energieeffizienzgesetz, EED, KRITIS, NIS2
    advice,      ///< recommendations and standards
    label,       ///< criteria of the Blauer Engel: voluntary
    check_list,  ///< what tenders ask to be proved
};
[[nodiscard]] RuleKind rule_kind(std::string_view rule);

[[nodiscard]] bool is_law(std::string_view rule);

/// "EnEfG PUE" for "enefg.pue"; the id, printable, for a rule without a name.
[[nodiscard]] std::string rule_name(std::string_view rule, Language language);

}  // namespace verbund::report
