#include <cmath>

#include "models/rules/rules.hpp"
#include "tests/support/catch.hpp"

namespace verbund::rules {
namespace {

std::vector<Finding> at_distance(double km) { return check_distance({"rz-1", "rz-2", km * kilometre, 2026}); }

TEST_CASE("two sites are georedundant from 200 km") {
    const auto findings = at_distance(200.0);
    REQUIRE(findings.size() == 2);
    CHECK(findings[0].rule == "bsi.georedundancy");
    CHECK(findings[0].verdict == Verdict::met);
    CHECK(findings[0].subject == "rz-1 / rz-2");
    CHECK(findings[0].limit == 200.0);
    CHECK(at_distance(199.9)[0].verdict == Verdict::missed);
}

TEST_CASE("between 100 and 200 km a written justification is asked for, below 100 km none helps") {
    CHECK(at_distance(200.0)[0].reason == Reason::none);
    CHECK(at_distance(150.0)[0].reason == Reason::to_be_justified);
    CHECK(at_distance(100.0)[0].reason == Reason::to_be_justified);
    CHECK(at_distance(99.0)[0].verdict == Verdict::missed);
    CHECK(at_distance(99.0)[0].reason == Reason::never_georedundant);
}

TEST_CASE("operational redundancy starts at 5 km") {
    CHECK(at_distance(5.0)[1].rule == "bsi.operational-redundancy");
    CHECK(at_distance(5.0)[1].verdict == Verdict::met);
    CHECK(at_distance(4.9)[1].verdict == Verdict::missed);
}

TEST_CASE("the availability class of a center is that of its weakest part") {
    AvailabilityDesign design;
    CHECK(availability_class(design) == 1);
    design.power = SupplyPath::multiple_fault_tolerant;
    design.cooling = SupplyPath::multiple;
    design.network = SupplyPath::single_redundant_parts;
    CHECK(availability_class(design) == 2);
    design.network = SupplyPath::multiple_fault_tolerant;
    CHECK(availability_class(design) == 3);
    design.cooling = SupplyPath::multiple_fault_tolerant;
    CHECK(availability_class(design) == 4);
}

TEST_CASE("a claimed class is met or missed, without a claim the class is only told") {
    AvailabilityDesign design;
    design.center = "rz-1";
    design.power = design.cooling = design.network = SupplyPath::single_redundant_parts;
    const Finding told = check_availability_class(design);
    CHECK(told.verdict == Verdict::info);
    CHECK(told.reason == Reason::no_class_claimed);
    CHECK(told.value == 2.0);
    CHECK(std::isnan(told.limit));
    design.claimed_class = 2;
    CHECK(check_availability_class(design).verdict == Verdict::met);
    design.claimed_class = 3;
    CHECK(check_availability_class(design).verdict == Verdict::missed);
}

}  // namespace
}  // namespace verbund::rules
