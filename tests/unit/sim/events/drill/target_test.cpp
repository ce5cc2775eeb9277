#include "sim/events/drill/target.hpp"

#include "models/base/diagnostics.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/drill_world.hpp"

namespace verbund::events {
namespace {

using test::DrillWorld;

std::string mistake_of(const DrillWorld& world, const std::string& fail) {
    try {
        (void)parse_target(fail, world.input());
    } catch (const InvalidInput& e) {
        REQUIRE(e.mistakes().size() == 1);
        return to_string(e.mistakes().front());
    }
    return "no mistake";
}

TEST_CASE("a target names a center, room, rack, host, supply, link or duct", "[events][drill]") {
    const DrillWorld world;
    const auto parse = [&](const std::string& text) { return parse_target(text, world.input()); };
    CHECK(parse("center:b").site == 1);
    CHECK(parse("room:p/r2").room == 1);
    CHECK(parse("rack:p/r2").kind == FailureKind::rack);
    CHECK(parse("host:p").kind == FailureKind::host);
    CHECK(parse("utility:p").kind == FailureKind::utility);
    CHECK(parse("cooling:b").site == 1);
    CHECK(parse("link:x--b").links == std::vector<std::size_t>{3});
    CHECK(parse("duct:d3").links == std::vector<std::size_t>{4});
}

TEST_CASE("the id of an administration stands for its home", "[events][drill]") {
    const DrillWorld world;
    CHECK(parse_target("utility:beta", world.input()).site == 3);
    CHECK(parse_target("room:alpha/r1", world.input()).site == 2);
}

TEST_CASE("failing a thing that does not exist names the nearest and what there is", "[events][drill]") {
    const DrillWorld world;
    CHECK(mistake_of(world, "utility:betta") ==
          "--fail: no center or administration \"betta\" (there are: p, b, alpha, beta). "
          "Did you mean \"beta\"?");
    CHECK(mistake_of(world, "room:p/r3") ==
          "--fail: no room \"r3\" (there are: r1, r2). Name an existing room, or add this one.");
    CHECK(
        mistake_of(world, "link:x--q") ==
        "--fail: no link \"x--q\" (there are: alpha--x, beta--x, x--p, x--b, p--b). Did you mean \"x--p\"?");
    CHECK(mistake_of(world, "duct:d9") ==
          "--fail: no duct \"d9\" (there are: d1, d2, d3). Name an existing duct, or add this one.");
    CHECK_THAT(mistake_of(world, "centre:p"),
               test::contains("no kind of failure \"centre\"") && test::contains("Did you mean \"center\"?"));
}

TEST_CASE("a kind of failure that there is not is answered with those there are, as none can be added",
          "[events][drill]") {
    CHECK(
        mistake_of(DrillWorld{}, "nonsense:p") ==
        "--fail: no kind of failure \"nonsense\" (there are: center, room, rack, host, link, duct, utility, "
        "cooling, attack). Name one of them.");
}

TEST_CASE("a name without its kind is refused with what can be written instead", "[events][drill]") {
    const DrillWorld world;
    const std::string problem = " does not say what kind of thing fails. ";
    CHECK(mistake_of(world, "p") == "--fail: \"p\"" + problem + "Write \"center:p\".");
    // An administration stands for its own server room, a link is a link, and a kind needs a name.
    CHECK(mistake_of(world, "beta") == "--fail: \"beta\"" + problem + "Write \"center:beta\".");
    CHECK(parse_target("center:beta", world.input()).site == 3);
    CHECK(mistake_of(world, "x--p") == "--fail: \"x--p\"" + problem + "Write \"link:x--p\".");
    CHECK(mistake_of(world, "utilty") ==
          "--fail: \"utilty\"" + problem + "Write \"utility:...\" with the name of what fails.");
    CHECK(mistake_of(world, "apen") ==
          "--fail: \"apen\"" + problem + "Write one of " + continuity::target_forms() + ".");
}

TEST_CASE("a center that does not stand in the year cannot fail in it", "[events][drill]") {
    DrillWorld world;
    world.study.centers.at("b").commissioned = Date{2031, 5, 1};
    CHECK(mistake_of(world, "center:b") ==
          "--fail: center \"b\" does not stand all through 2030 (commissioned 2031-05-01, closed never). "
          "Choose another year or another center.");
}

}  // namespace
}  // namespace verbund::events
