#include "models/rules/wording.hpp"

#include "tests/support/catch.hpp"

namespace verbund::rules {
namespace {

TEST_CASE("German numbers have a decimal comma, English ones a point") {
    CHECK(number_de(1.456, 2) == "1,46");
    CHECK(number_en(1.456, 2) == "1.46");
    CHECK(number_de(300.0, 0) == "300");
}

TEST_CASE("days are written as people write them") {
    CHECK(day_de({2027, 7, 1}) == "1.7.2027");
    CHECK(day_en({2027, 7, 1}) == "1 July 2027");
    CHECK(day_en({2025, 12, 31}) == "31 December 2025");
}

}  // namespace
}  // namespace verbund::rules
