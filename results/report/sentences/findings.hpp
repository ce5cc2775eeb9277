#pragma once

#include <string>

#include "results/outcome/tables/findings.hpp"
#include "results/report/sentences/teller.hpp"

namespace verbund::report {

/// What a rule found, in one sentence: value, limit, day and reason as the row has them.  Value against limit
/// for a rule that this program does not know.
[[nodiscard]] std::string sentence(const outcome::RuleFinding& finding, Language language);
[[nodiscard]] inline std::string sentence(const outcome::RuleFinding& finding, const Teller& teller) {
    return sentence(finding, teller.language);
}

}  // namespace verbund::report
