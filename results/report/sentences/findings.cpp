#include "results/report/sentences/findings.hpp"

#include "results/report/sentences/tell.hpp"

namespace verbund::report {

std::string sentence(const outcome::RuleFinding& finding, Language language) {
    const std::string since = day_text(finding.since, language);
    const std::string starts = day_text(finding.starts, language);
    return tell("finding", {finding.rule + '/' + finding.reason, finding.rule + '/' + finding.verdict},
                language, fmt::arg("value", finding.value), fmt::arg("limit", finding.limit),
                fmt::arg("since", since), fmt::arg("starts", starts))
        .value_or(value_and_limit(finding.value, finding.limit, finding.unit, language));
}

}  // namespace verbund::report
