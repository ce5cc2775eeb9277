#include <algorithm>
#include <cmath>
#include <string>

#include "models/rules/rules.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/large_center.hpp"

namespace verbund::rules {
namespace {

using test::large_center;

/// Of a public body, in the order savings, management.
std::vector<Finding> public_body(int year, double gwh) {
    CenterYear center = large_center(year);
    center.annual_energy = gwh * gigawatt_hour;
    return check_public_body(center);
}

TEST_CASE("public bodies save 2 % a year from 1 GWh on, since 18 November 2023") {
    CHECK(public_body(2024, 0.99)[0].verdict == Verdict::exempt);
    CHECK(public_body(2024, 0.99)[0].reason == Reason::below_scope);
    CHECK(public_body(2024, 1.0)[0].verdict == Verdict::info);
    CHECK(public_body(2022, 1.0)[0].verdict == Verdict::upcoming);
}

TEST_CASE(
    "public bodies keep a simplified energy management from 1 GWh, a full one from 3 GWh by June 2026") {
    CHECK(public_body(2026, 0.5)[1].verdict == Verdict::exempt);
    CHECK(public_body(2026, 2.9)[1].reason == Reason::simplified);
    CHECK(public_body(2026, 2.9)[1].verdict == Verdict::info);
    CHECK(public_body(2025, 3.0)[1].verdict == Verdict::upcoming);
    CHECK(public_body(2026, 3.0)[1].verdict == Verdict::missed);
    CenterYear kept = large_center(2026);
    kept.annual_energy = 3.0 * gigawatt_hour;
    kept.energy_management_system = true;
    CHECK(check_public_body(kept)[1].verdict == Verdict::met);
}

TEST_CASE("section 6 is not for private operators") {
    CenterYear center = large_center(2026);
    center.annual_energy = 5.0 * gigawatt_hour;
    center.public_operator = false;
    CHECK(check_public_body(center).empty());
}

TEST_CASE("a data center is critical infrastructure from 3.5 MW of contracted power on") {
    CenterYear center = large_center(2026);
    center.connection = 3499.0 * kilowatt;
    CHECK(check_kritis_scope(center).verdict == Verdict::exempt);
    center.connection = 3500.0 * kilowatt;
    CHECK(check_kritis_scope(center).verdict == Verdict::info);
    center.year = 2021;  // 5 MW until then
    CHECK(check_kritis_scope(center).verdict == Verdict::upcoming);
}

const Finding* of_rule(const std::vector<Finding>& all, const std::string& rule) {
    const auto found =
        std::find_if(all.begin(), all.end(), [&](const Finding& finding) { return finding.rule == rule; });
    return found == all.end() ? nullptr : &*found;
}

TEST_CASE("from 500 kW of IT a center reports its yearly figures, each in its unit") {
    CenterYear center = large_center(2026);
    center.it_power = 500.0 * kilowatt;
    center.water_usage_effectiveness = 0.5;
    center.energy_reuse_factor = 0.1;
    center.annual_energy = 2800.0 * megawatt_hour;
    center.it_energy = 2000.0 * megawatt_hour;
    const std::vector<Finding> all = check_eed_values(center);
    CHECK(of_rule(all, "eed.pue")->value == 1.4);
    CHECK(of_rule(all, "eed.wue")->value == 0.5);
    CHECK(of_rule(all, "eed.erf")->value == 10.0);
    CHECK(of_rule(all, "eed.ref")->value == 80.0);
    CHECK(of_rule(all, "eed.energy")->value == test::Approx(2800.0));
    CHECK(of_rule(all, "eed.it-energy")->value == test::Approx(2000.0));
    CHECK(of_rule(all, "eed.water")->value == test::Approx(1000.0));  // m3: 2,000 MWh x 0.5 l/kWh
    CHECK(of_rule(all, "eed.heat")->value == test::Approx(280.0));    // MWh
    for (const Finding& finding : all) CHECK(finding.verdict == Verdict::info);
    center.year = 2023;  // the first report was of 2023, in September 2024
    CHECK(check_eed_values(center).empty());
    center.year = 2026;
    center.it_power = 499.0 * kilowatt;
    CHECK(check_eed_values(center).empty());
}

TEST_CASE("centers from 500 kW report to the register since August 2024, smaller ones since July 2025") {
    CenterYear center = large_center(2024);  // 600 kW
    const auto verdict = [&] { return test::finding_of(center, Law::enefg_2023, "enefg.register").verdict; };
    CHECK(verdict() == Verdict::info);
    center.connection = 499.0 * kilowatt;
    CHECK(verdict() == Verdict::upcoming);
    center.year = 2025;
    CHECK(verdict() == Verdict::info);
    center.connection = 299.0 * kilowatt;
    CHECK(of_rule(check_enefg(center, Law::enefg_2023), "enefg.register") == nullptr);
}

TEST_CASE("who runs a center for others tells each client its energy, since 2024") {
    CenterYear center = large_center(2023);
    CHECK(of_rule(check_enefg(center, Law::enefg_2023), "enefg.client-information") == nullptr);
    center.serves_others = true;
    center.clients = 12.0;
    CHECK(test::finding_of(center, Law::enefg_2023, "enefg.client-information").verdict == Verdict::upcoming);
    center.year = 2024;
    const Finding due = test::finding_of(center, Law::enefg_2023, "enefg.client-information");
    CHECK(due.verdict == Verdict::info);
    CHECK(due.value == 12.0);
}

/// System and certificate of own IT in the center of another, in 2026.
std::vector<Finding> it_operator(double it_kw, int year = 2026) {
    CenterYear center = large_center(year);
    center.colocation = true;
    center.it_power = it_kw * kilowatt;
    return check_it_operator(center);
}

TEST_CASE("operators of IT in another's center keep a system from 50 kW, and certify it from 500 kW") {
    CHECK(check_it_operator(large_center(2026)).empty());
    CHECK(it_operator(49.0)[0].reason == Reason::below_scope);
    CHECK(it_operator(49.0)[0].value == 49.0);
    CHECK(it_operator(50.0)[0].verdict == Verdict::missed);
    CHECK(it_operator(50.0, 2024)[0].verdict == Verdict::upcoming);
    CHECK(it_operator(50.0, 2025)[0].verdict == Verdict::missed);  // by 1 July
    CHECK(it_operator(499.0)[1].verdict == Verdict::exempt);
    CHECK(it_operator(500.0, 2025)[1].verdict == Verdict::upcoming);
    CHECK(it_operator(500.0)[1].verdict == Verdict::missed);
    CenterYear kept = large_center(2026);
    kept.colocation = kept.energy_management_system = kept.energy_management_certified = true;
    kept.it_power = 500.0 * kilowatt;
    CHECK(check_it_operator(kept)[0].verdict == Verdict::met);
    CHECK(check_it_operator(kept)[1].verdict == Verdict::met);
}

TEST_CASE("NIS2 binds operators for others from 50 staff, and asks where the staff is not known") {
    CenterYear center = large_center(2025);
    CHECK(check_nis2(center).empty());
    center.serves_others = true;
    CHECK(check_nis2(center)[0].verdict == Verdict::to_be_shown);
    CHECK(std::isnan(check_nis2(center)[0].value));
    center.operator_staff = 49;
    CHECK(check_nis2(center)[0].verdict == Verdict::exempt);
    center.operator_staff = 50;
    CHECK(check_nis2(center)[0].verdict == Verdict::info);
    center.year = 2024;
    CHECK(check_nis2(center)[0].verdict == Verdict::upcoming);
    center.operator_staff.reset();
    CHECK(check_nis2(center)[0].verdict == Verdict::upcoming);
}

TEST_CASE("what a tender asks to be proved is met where shown, and never missed") {
    CenterYear center = large_center(2026);
    CHECK(check_proofs(center).empty());  // it serves its own administration
    center.serves_others = true;
    center.proofs = {Proof::administration_network, Proof::c5};
    const std::vector<Finding> all = check_proofs(center);
    REQUIRE(all.size() == 4);
    CHECK(of_rule(all, "check-list.c5")->verdict == Verdict::met);
    CHECK(of_rule(all, "check-list.administration-network")->verdict == Verdict::met);
    CHECK(of_rule(all, "check-list.iso27001")->verdict == Verdict::to_be_shown);
    CHECK(of_rule(all, "check-list.service-in-germany")->verdict == Verdict::to_be_shown);
}

}  // namespace
}  // namespace verbund::rules
