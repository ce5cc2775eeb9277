#include <cmath>
#include <set>

#include "results/report/page/row_table.hpp"
#include "results/report/page/section.hpp"
#include "results/report/rule_names.hpp"
#include "results/report/text_width.hpp"

namespace verbund::report::page {

Json rules_section(const Source& source) {
    Json rows = row_table(source, source.run.rows<outcome::RuleFinding>());
    if (rows.is_null()) return nullptr;
    std::set<std::string> ids;
    for (const outcome::RuleFinding& finding : source.run.rows<outcome::RuleFinding>())
        ids.insert(finding.rule);
    Json rules = Json::array();
    for (const std::string& id : ids) {
        Json rule = both(rule_name(id, Language::german), rule_name(id, Language::english));
        rule["id"] = id;
        rule["law"] = is_law(id);
        rules.push_back(std::move(rule));
    }
    return {{"rules", std::move(rules)}, {"rows", std::move(rows)}};
}

Json efficiency_section(const Source& source) {
    Json limits = Json::array();
    for (const outcome::RuleFinding& finding : source.run.rows<outcome::RuleFinding>()) {
        if (finding.rule == "enefg.pue" && std::isfinite(finding.limit)) {
            limits.push_back({{"variant", finding.variant},
                              {"year", finding.year},
                              {"subject", printable(finding.subject)},
                              {"value", number(finding.value)},
                              {"limit", number(finding.limit)},
                              {"verdict", finding.verdict}});
        }
    }
    return limits.empty() ? Json(nullptr) : Json{{"limits", std::move(limits)}};
}

}  // namespace verbund::report::page
