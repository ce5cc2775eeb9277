#include "scenarios/study/retired_keys.hpp"

#include "tests/support/catch.hpp"
#include "tests/unit/scenarios/small_study.hpp"

namespace verbund {

TEST_CASE("a study that states the old size law is told what replaces it", "[read]") {
    const auto messages = test::messages_of(test::spoilt("estate: {", "estate: {size_exponent: 0.8, "));
    REQUIRE(messages.size() == 1);
    CHECK(messages.front() ==
          "study.yaml:8:10: estate.size_exponent: this key is gone (servers are base + per_seat x seats by "
          "kind "
          "of body now). Remove it, or state estate.servers_by_seats.");
    CHECK_FALSE(study::what_replaces("seats").has_value());
}

}  // namespace verbund
