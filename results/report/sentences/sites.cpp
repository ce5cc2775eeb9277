#include "results/report/sentences/sites.hpp"

#include "models/base/unit_factors.hpp"
#include "results/report/lookup.hpp"
#include "results/report/sentences/findings.hpp"
#include "results/report/sentences/routes.hpp"
#include "results/report/sentences/tell.hpp"
#include "results/report/text_width.hpp"

namespace verbund::report {
namespace {

/// The missed rule that a criterion repeats.
outcome::RuleFinding finding_of(const outcome::SiteCriterion& row) {
    outcome::RuleFinding finding;
    finding.rule = row.rule;
    finding.verdict = "missed";
    finding.value = row.value;
    finding.limit = row.limit;
    finding.unit = row.unit;
    finding.since = row.since;
    return finding;
}

}  // namespace

std::string sentence(const outcome::SiteCriterion& row, const Teller& teller) {
    const Language language = teller.language;
    const std::string site = teller.names.of(row.site);
    const std::string primary = teller.names.of(row.primary);
    const std::string binding{resource_name(row.binding, language)};
    const std::string region = printable(row.region);
    const std::string shared =
        route_sentence(teller.cuts.between(row.variant, row.primary, row.site), teller);
    const std::string finding = row.rule.empty() ? std::string{} : sentence(finding_of(row), language);
    return tell("site-criterion",
                {row.criterion + '/' + row.reason, row.criterion + '/' + row.verdict, row.criterion},
                language, fmt::arg("site", site), fmt::arg("primary", primary), fmt::arg("binding", binding),
                fmt::arg("region", region), fmt::arg("shared", shared), fmt::arg("finding", finding),
                fmt::arg("value", row.value), fmt::arg("percent", percent_per_one * row.value),
                fmt::arg("limit", row.limit), fmt::arg("other", row.other_value))
        .value_or(value_and_limit(row.value, row.limit, row.unit, language));
}

std::string sentence(const outcome::SiteLeftOut& row, const Teller& teller) {
    const std::string primary = teller.names.of(row.primary);
    return tell("site-left-out",
                {row.criterion + '/' + std::string{outcome::resource_id(row.binding)}, row.criterion},
                teller.language, fmt::arg("primary", primary), fmt::arg("value", row.value),
                fmt::arg("limit", row.limit))
        .value_or(value_and_limit(row.value, row.limit, row.unit, teller.language));
}

}  // namespace verbund::report
