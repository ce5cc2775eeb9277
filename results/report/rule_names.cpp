#include "results/report/rule_names.hpp"

#include <algorithm>
#include <array>

#include "results/report/words/words.hpp"

namespace verbund::report {

RuleKind rule_kind(std::string_view rule) {
    constexpr std::array laws{"enefg.", "eed.", "kritis.", "nis2."};
    if (std::any_of(laws.begin(), laws.end(), [rule](const char* law) { return rule.starts_with(law); }))
        return RuleKind::law;
    if (rule.starts_with("blauer-engel.")) return RuleKind::label;
    return rule.starts_with("check-list.") ? RuleKind::check_list : RuleKind::advice;
}

bool is_law(std::string_view rule) { return rule_kind(rule) == RuleKind::law; }

std::string rule_name(std::string_view rule, Language language) { return word("rule", rule, language); }

}  // namespace verbund::report
