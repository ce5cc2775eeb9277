#include "results/report/rule_names.hpp"

#include "results/report/words/words.hpp"

namespace verbund::report {

bool is_law(std::string_view rule) { return rule.starts_with("enefg"); }

std::string rule_name(std::string_view rule, Language language) { return word("rule", rule, language); }

}  // namespace verbund::report
