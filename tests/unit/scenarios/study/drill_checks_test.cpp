#include <string>
#include <vector>

#include "models/continuity/failure_kind.hpp"
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

TEST_CASE("a drill of nothing that can fail is told the nearest kind of failure, or those there are") {
    const auto remedy = [](const std::string& fail) {
        const std::vector<std::string> messages = messages_with("{fail: [\"" + fail + "\"]}");
        REQUIRE(messages.size() == 1);
        const std::string end =
            "\" does not fit (a thing that fails, e.g. " + continuity::target_examples() + " is needed). ";
        REQUIRE_THAT(messages.front(), test::contains(fail + end));
        return messages.front().substr(messages.front().find(end) + end.size());
    };
    CHECK(remedy("nonsense:north") ==
          "Begin with one of: center, room, rack, host, link, duct, utility, cooling, attack, and a colon.");
    CHECK(remedy("north") == remedy("nonsense:north"));
    CHECK(remedy("centre:north") == "Did you mean \"center:north\"?");
    CHECK(remedy("utilty") == "Write \"utility:...\" with the name of what fails.");
    CHECK(remedy("host:") == "Write \"host:...\" with the name of what fails.");
    CHECK(remedy("host:nörth") == "Check the spelling of the name.");
}

TEST_CASE("a drill of a variant that does not exist is refused") {
    CHECK(messages_with("{fail: [\"host:north\"], variants: [a, b]}").empty());
    const std::vector<std::string> messages = messages_with("{fail: [\"host:north\"], variants: [a, q]}");
    REQUIRE(messages.size() == 1);
    CHECK_THAT(messages.front(),
               test::contains("study.yaml:23:46: drills.x.variants: no variant \"q\" (there are: a, b)"));
}
