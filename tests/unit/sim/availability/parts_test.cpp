#include "sim/availability/parts.hpp"

#include "tests/support/catch.hpp"

namespace verbund::availability {
namespace {

using test::Approx;

/// 4 failures a year, 10 h each.
Failures four_a_year() {
    Failures failures;
    failures.per_year = 4.0;
    failures.repair = FixedTime{10.0};
    failures.sampled_per_year = 0.0;
    return failures;
}

TEST_CASE("each of several parts fails as often as one alone, common causes counted once", "[availability]") {
    // Three parts of which two are needed, a tenth of one part's failures common: 3.6 a year of each alone
    // and 0.4 of all.
    System system;
    const NodeId top = add_parts(system, "ups", four_a_year(), 3, 2, 0.1);
    const std::vector<Component>& parts = system.components();
    REQUIRE(parts.size() == 4);
    for (std::size_t i = 0; i < 3; ++i) CHECK(parts[i].failures_per_year == Approx(3.6));
    CHECK(parts[3].failures_per_year == Approx(0.4));
    for (std::size_t i = 0; i < 3; ++i)
        CHECK(parts[i].failures_per_year + parts[3].failures_per_year == Approx(4.0));
    const Node& both = system.nodes()[top];
    REQUIRE(both.children.size() == 2);
    CHECK(both.needed == 2);  // the group and the common cause
    const Node& group = system.nodes()[both.children[0]];
    CHECK(group.children.size() == 3);
    CHECK(group.needed == 2);
}

TEST_CASE("without a spare nothing is common: every failure of every part counts", "[availability]") {
    System system;
    add_parts(system, "cooling", four_a_year(), 2, 2, 0.1);
    REQUIRE(system.components().size() == 2);
    CHECK(system.components()[0].failures_per_year == Approx(4.0));
    CHECK(system.components()[1].failures_per_year == Approx(4.0));
}

TEST_CASE("a share scales the rate of a part and the rate at which it is sampled", "[availability]") {
    Failures rare = four_a_year();
    rare.sampled_per_year = 8.0;
    System system;
    add_part(system, "loss", rare, 0.25);
    CHECK(system.components()[0].failures_per_year == Approx(1.0));
    CHECK(system.components()[0].sampled_per_year == Approx(2.0));
}

}  // namespace
}  // namespace verbund::availability
