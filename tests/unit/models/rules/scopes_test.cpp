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

}  // namespace
}  // namespace verbund::rules
