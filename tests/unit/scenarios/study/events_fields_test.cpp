#include <string>
#include <vector>

#include "tests/support/catch.hpp"
#include "tests/unit/scenarios/small_study.hpp"

using namespace verbund;

TEST_CASE("a window of zero length is refused") {
    for (const char* window : {"night", "migration"}) {
        const std::vector<std::string> messages = test::messages_of(
            test::spoilt("variants:\n", std::string{"events: {"} + window + ": {lasts: 0 h}}\nvariants:\n"));
        REQUIRE(messages.size() == 1);
        CHECK_THAT(messages.front(), test::contains(std::string{"events."} + window + ".lasts"));
        CHECK_THAT(messages.front(), test::contains("out of range (at least 1 min)"));
    }
}
