#include <string>
#include <vector>

#include "tests/support/catch.hpp"
#include "tests/unit/scenarios/small_study.hpp"

using namespace verbund;

namespace {

/// What is said about the small study with a drill in its 23rd line.
std::vector<std::string> messages_with(const std::string& drill) {
    return test::messages_of(test::spoilt("variants:\n", "drills: {x: " + drill + "}\nvariants:\n"));
}

}  // namespace

TEST_CASE("a drill in a year without a deployment is refused") {
    CHECK(messages_with("{fail: [\"host:north\"], year: 2030}").empty());
    CHECK(messages_with("{fail: [\"host:north\"], year: 2031}") ==
          std::vector<std::string>{"study.yaml:23:42: drills.x.year: 2031 lies outside the horizon 2022-2030 "
                                   "(there is no deployment of "
                                   "that year). Name a year of the horizon."});
}

TEST_CASE("a drill of a variant that does not exist is refused") {
    CHECK(messages_with("{fail: [\"host:north\"], variants: [a, b]}").empty());
    const std::vector<std::string> messages = messages_with("{fail: [\"host:north\"], variants: [a, q]}");
    REQUIRE(messages.size() == 1);
    CHECK_THAT(messages.front(),
               test::contains("study.yaml:23:46: drills.x.variants: no variant \"q\" (there are: a, b)"));
}
