#include <algorithm>
#include <cmath>

#include "models/rules/rules.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/large_center.hpp"

namespace verbund::rules {
namespace {

using test::Approx;
using test::finding_of;
using test::large_center;

Verdict verdict_of(const CenterYear& center, const std::string& rule) {
    return finding_of(center, Law::enefg_2023, rule).verdict;
}

TEST_CASE("below 300 kW the law does not apply, and that is the only finding") {
    CenterYear center = large_center(2031);
    center.connection = 299.9 * kilowatt;
    const auto findings = check_enefg(center, Law::enefg_2023);
    REQUIRE(findings.size() == 1);
    CHECK(findings[0].rule == "enefg.scope");
    CHECK(findings[0].verdict == Verdict::exempt);
    CHECK(findings[0].reason == Reason::below_scope);
    CHECK(findings[0].value == Approx(299.9));
    CHECK(findings[0].limit == 300.0);
    center.connection = 300.0 * kilowatt;
    CHECK(check_enefg(center, Law::enefg_2023).size() == 7);
}

TEST_CASE("the EED asks for reports from 500 kW of installed IT power on, whatever the connection") {
    CenterYear center = large_center(2025);
    center.it_power = 499.0 * kilowatt;
    CHECK(check_eed_scope(center).verdict == Verdict::exempt);
    CHECK(check_eed_scope(center).reason == Reason::below_scope);
    center.it_power = 500.0 * kilowatt;
    center.connection = 10.0 * kilowatt;
    CHECK(check_eed_scope(center).verdict == Verdict::info);
    CHECK(check_eed_scope(center).since == Date{2024, 9, 15});
    center.year = 2023;
    CHECK(check_eed_scope(center).verdict == Verdict::upcoming);
}

TEST_CASE("a center that has yet to start is exempt") {
    CenterYear center = large_center(2025);
    center.commissioned = {2026, 7, 1};
    const auto findings = check_enefg(center, Law::enefg_2023);
    REQUIRE(findings.size() == 1);
    CHECK(findings[0].verdict == Verdict::exempt);
    CHECK(findings[0].reason == Reason::not_started);
    CHECK(findings[0].starts == Date{2026, 7, 1});
}

TEST_CASE("before the law is in force its scope is announced") {
    CHECK(verdict_of(large_center(2022), "enefg.scope") == Verdict::upcoming);
    CHECK(verdict_of(large_center(2023), "enefg.scope") == Verdict::info);
}

TEST_CASE("a PUE of 1.4 is early in 2026, good in 2027 and too high in 2030") {
    const Finding early = finding_of(large_center(2026), Law::enefg_2023, "enefg.pue");
    CHECK(early.verdict == Verdict::upcoming);
    CHECK(early.since == Date{2027, 7, 1});
    CHECK(early.limit == 1.5);
    CHECK(verdict_of(large_center(2027), "enefg.pue") == Verdict::met);
    const Finding late = finding_of(large_center(2030), Law::enefg_2023, "enefg.pue");
    CHECK(late.verdict == Verdict::missed);
    CHECK(late.since == Date{2030, 7, 1});
    CHECK(late.value == 1.4);
    CHECK(late.limit == 1.3);
    CHECK(late.unit == "1");
    CHECK(late.bound == Bound::at_most);
    CHECK(late.reason == Reason::none);
}

TEST_CASE("the same PUE meets the draft of 2026, and its source says so") {
    const Finding finding = finding_of(large_center(2030), Law::draft_2026, "enefg.pue");
    CHECK(finding.verdict == Verdict::met);
    CHECK(finding.limit == 1.4);
    CHECK_THAT(finding.source, test::contains("draft"));
}

TEST_CASE("a figure exactly on its limit meets it") {
    CenterYear center = large_center(2030);
    center.pue = 1.3;
    CHECK(verdict_of(center, "enefg.pue") == Verdict::met);
    center.renewable_share = 1.0;
    CHECK(verdict_of(center, "enefg.renewable") == Verdict::met);
    center.renewable_share = 1.0 - 1e-12;  // a sum over 8760 hours
    CHECK(verdict_of(center, "enefg.renewable") == Verdict::met);
    center.renewable_share = 0.9999;
    CHECK(verdict_of(center, "enefg.renewable") == Verdict::missed);
}

TEST_CASE("a new center has two years of grace for PUE and heat reuse") {
    CenterYear center = large_center(2028);
    center.commissioned = {2027, 7, 1};
    center.pue = 1.25;
    center.energy_reuse_factor = 0.12;
    CHECK(finding_of(center, Law::enefg_2023, "enefg.pue").since == Date{2029, 7, 1});
    CHECK(verdict_of(center, "enefg.pue") == Verdict::upcoming);
    CHECK(verdict_of(center, "enefg.erf") == Verdict::upcoming);
    center.year = 2029;
    CHECK(verdict_of(center, "enefg.pue") == Verdict::missed);  // 1.25 > 1.2
    const Finding reuse = finding_of(center, Law::enefg_2023, "enefg.erf");
    CHECK(reuse.verdict == Verdict::missed);  // 12 % < 15 % for a start from 1.7.2027
    CHECK(reuse.value == Approx(12.0));
    CHECK(reuse.limit == Approx(15.0));
    CHECK(reuse.bound == Bound::at_least);
    CHECK(reuse.unit == "%");
}

TEST_CASE("an existing center owes no heat, a new one without heat network owes none under the draft") {
    CenterYear center = large_center(2030);
    const Finding existing = finding_of(center, Law::enefg_2023, "enefg.erf");
    CHECK(existing.verdict == Verdict::exempt);
    CHECK(std::isnan(existing.limit));
    CHECK(existing.reason == Reason::started_before_duty);
    center.commissioned = {2026, 7, 1};
    center.heat_network_within_5_km = false;
    CHECK(verdict_of(center, "enefg.erf") == Verdict::missed);
    const Finding waived = finding_of(center, Law::draft_2026, "enefg.erf");
    CHECK(waived.verdict == Verdict::exempt);
    CHECK(waived.reason == Reason::no_heat_network);
}

TEST_CASE("80 % renewable electricity suffices to 2026, not from 2027") {
    CHECK(verdict_of(large_center(2023), "enefg.renewable") == Verdict::upcoming);
    CHECK(verdict_of(large_center(2026), "enefg.renewable") == Verdict::met);
    CHECK(verdict_of(large_center(2027), "enefg.renewable") == Verdict::missed);
}

TEST_CASE("the management system is due by 1 July 2025, its certificate from 2026") {
    CenterYear center = large_center(2024);
    CHECK(verdict_of(center, "enefg.management-system") == Verdict::upcoming);
    center.year = 2025;
    CHECK(verdict_of(center, "enefg.management-system") == Verdict::missed);
    CHECK(verdict_of(center, "enefg.management-certificate") == Verdict::upcoming);
    center.year = 2026;
    center.energy_management_system = true;
    CHECK(verdict_of(center, "enefg.management-system") == Verdict::met);
    CHECK(verdict_of(center, "enefg.management-certificate") == Verdict::missed);
    center.energy_management_certified = true;
    CHECK(verdict_of(center, "enefg.management-certificate") == Verdict::met);
}

TEST_CASE("a private operator needs the certificate only from 1 MW") {
    CenterYear center = large_center(2026);
    center.public_operator = false;
    const Finding exempt = finding_of(center, Law::enefg_2023, "enefg.management-certificate");
    CHECK(exempt.verdict == Verdict::exempt);
    CHECK(exempt.reason == Reason::private_operator);
    center.connection = 1.0 * megawatt;
    CHECK(verdict_of(center, "enefg.management-certificate") == Verdict::missed);
}

TEST_CASE(
    "half the energy to a heat network over three years and at most 7.5 GWh a year exempt from management") {
    CenterYear center = large_center(2026);
    center.energy_reuse_factor_three_years = 0.5;
    center.annual_energy = 7.5 * gigawatt_hour;
    for (const char* rule : {"enefg.management-system", "enefg.management-certificate"}) {
        const Finding exempt = finding_of(center, Law::enefg_2023, rule);
        CHECK(exempt.verdict == Verdict::exempt);
        CHECK(exempt.reason == Reason::small_and_reusing);
    }
    const auto is_bound = [](const CenterYear& changed) {
        return verdict_of(changed, "enefg.management-system") == Verdict::missed;
    };
    CenterYear alone = center;
    alone.heat_network_within_5_km = false;
    CHECK(is_bound(alone));
    CenterYear this_year = center;
    this_year.energy_reuse_factor = 0.6;
    this_year.energy_reuse_factor_three_years = 0.49;
    CHECK(is_bound(this_year));
    center.annual_energy = 7.6 * gigawatt_hour;
    CHECK(is_bound(center));
    center.annual_energy = Energy{};  // unknown
    CHECK(is_bound(center));
}

TEST_CASE("every finding carries subject, unit and source, and one that is exempt a reason") {
    for (int year = 2022; year <= 2035; ++year) {
        for (const Law law : {Law::enefg_2023, Law::draft_2026}) {
            for (const Finding& finding : check_enefg(large_center(year), law)) {
                CAPTURE(finding.rule, year);
                CHECK(finding.subject == "rz-1");
                CHECK(finding.year == year);
                CHECK_FALSE(finding.unit.empty());
                CHECK_FALSE(finding.source.empty());
                CHECK((finding.verdict == Verdict::exempt) == (finding.reason != Reason::none));
            }
        }
    }
}

}  // namespace
}  // namespace verbund::rules
