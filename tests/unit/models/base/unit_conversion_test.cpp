#include "models/base/unit_conversion.hpp"

#include "tests/support/catch.hpp"

namespace verbund {
namespace {

TEST_CASE("a quantity whose kind is only text comes apart and together again", "[units]") {
    const auto number = number_with_unit("0.5 ms");
    REQUIRE(number);
    CHECK(number->value == 0.5);
    CHECK(number->unit == "ms");
    CHECK(*in_unit(*number, "us") == test::Approx(500.0));
    CHECK(number->text() == "0.5 ms");
    CHECK(number_with_unit("-3 %/a")->value == -3.0);
    CHECK(number_with_unit("25")->text() == "25");
    CHECK((NumberWithUnit{1.234, "kW"}).text() == "1.2340 kW");  // "1.234" has a second reading
}

TEST_CASE("words, numbers of two readings and units of other kinds have no conversion", "[units]") {
    CHECK_FALSE(number_with_unit("mid"));
    CHECK_FALSE(number_with_unit("auto"));
    CHECK_FALSE(number_with_unit("1.500 kW"));
    CHECK_FALSE(in_unit(*number_with_unit("3 kW"), "h"));
    CHECK_FALSE(in_unit(*number_with_unit("3 things"), "h"));
    CHECK(in_unit(*number_with_unit("3 things"), "things") == 3.0);
}

}  // namespace
}  // namespace verbund
