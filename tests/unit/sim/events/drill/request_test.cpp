#include "sim/events/drill/request.hpp"

#include "models/base/diagnostics.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/drill_world.hpp"

namespace verbund::events {
namespace {

using test::DrillWorld;

std::vector<std::string> mistakes_of(const DrillWorld& world, const study::Drill& drill,
                                     const std::string& key = "") {
    std::vector<std::string> texts;
    try {
        (void)make_request("x", drill, world.input(), key);
    } catch (const InvalidInput& e) {
        for (const Diagnostic& mistake : e.mistakes()) texts.push_back(to_string(mistake));
    }
    return texts;
}

TEST_CASE("all mistakes of a drill are told at once, at its key", "[events][drill]") {
    const DrillWorld world;
    study::Drill drill;
    drill.fail = {"host:q"};
    drill.at = 25.0 * hours;
    drill.lasts = -1.0 * hours;
    const std::vector<std::string> texts = mistakes_of(world, drill, "drills.x");
    REQUIRE(texts.size() == 3);
    CHECK_THAT(texts[0], test::contains("drills.x.at: a failure at 25 h is outside the day"));
    CHECK_THAT(texts[1], test::contains("drills.x.fail: no center or administration \"q\""));
    CHECK_THAT(texts[2], test::contains("drills.x.for: a failure for -1 h has no length"));
}

TEST_CASE("a request carries the time, the length and the day of its drill", "[events][drill]") {
    const DrillWorld world;
    study::Drill drill;
    drill.fail = {"center:p"};
    drill.at = 20.0 * hours;
    drill.lasts = 3.0 * hours;
    drill.day = study::TypicalDay::saturday;
    const DrillRequest request = make_request("night", drill, world.input());
    CHECK(request.id == "night");
    CHECK(request.at_s == 72000.0);
    CHECK(request.lasts_s == 10800.0);
    CHECK(request.day == study::TypicalDay::saturday);
}

TEST_CASE("several things fail together", "[events][drill]") {
    const DrillWorld world;
    study::Drill drill;
    drill.fail = {"room:p/r1", "room:p/r2", "utility:b"};
    const DrillRequest request = make_request("x", drill, world.input());
    REQUIRE(request.targets.size() == 3);
    CHECK(request.targets[1].room == 1);
    CHECK(request.text() == "room:p/r1, room:p/r2, utility:b");
    CHECK_FALSE(request.of_paths());
}

TEST_CASE("what cannot be played together is refused, and every thing that does not exist named",
          "[events][drill]") {
    const DrillWorld world;
    const auto refused = [&](const std::vector<std::string>& fail) {
        study::Drill drill;
        drill.fail = fail;
        const std::vector<std::string> texts = mistakes_of(world, drill, "drills.x");
        REQUIRE(texts.size() == 1);
        return texts.front();
    };
    CHECK(refused({"host:p", "center:b", "host:p"}) ==
          "drills.x.fail: \"host:p\" is named twice. Name it once.");
    CHECK(
        refused({"center:p", "link:x--b"}) ==
        "drills.x.fail: \"center:p\" and \"link:x--b\" fail together (links and sites are not played in one "
        "drill). Write two drills.");
    CHECK(
        refused({"room:p/r1", "utility:p"}) ==
        "drills.x.fail: \"room:p/r1\" and \"utility:p\" fail together (equipment and supply of one site are "
        "not played in one drill). Write two drills.");
    study::Drill drill;
    drill.fail = {"center:q", "center:p", "duct:d9"};
    CHECK(mistakes_of(world, drill).size() == 2);
}

}  // namespace
}  // namespace verbund::events
