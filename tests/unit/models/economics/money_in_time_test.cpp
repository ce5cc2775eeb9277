#include "models/economics/money_in_time.hpp"

#include "tests/support/catch.hpp"

using namespace verbund::economics;
using verbund::test::Approx;

TEST_CASE("a later payment counts less by the interest", "[economics]") {
    CHECK(discount_factor(0.02, 0.0) == 1.0);
    CHECK(discount_factor(0.02, 1.0) == Approx(1.0 / 1.02));
    CHECK(discount_factor(0.02, 10.0) == Approx(0.820348));  // 1.02^-10
    CHECK(discount_factor(0.0, 30.0) == 1.0);
}

TEST_CASE("prices rise and fall by the same share every year", "[economics]") {
    CHECK(price_factor(0.03, 2.0) == Approx(1.0609));
    CHECK(price_factor(-0.1, 2.0) == Approx(0.81));
    CHECK(price_factor(0.0, 13.0) == 1.0);
}

TEST_CASE("what rises as fast as interest discounts keeps its value", "[economics]") {
    CHECK(price_factor(0.02, 7.0) * discount_factor(0.02, 7.0) == Approx(1.0));
}
