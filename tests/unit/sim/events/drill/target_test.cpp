#include "sim/events/drill/target.hpp"

#include <algorithm>

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

std::string mistake_of(const DrillWorld& world, const std::string& fail) {
    study::Drill drill;
    drill.fail = {fail};
    const std::vector<std::string> texts = mistakes_of(world, drill);
    REQUIRE(texts.size() == 1);
    return texts.front();
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
    CHECK(mistake_of(world, "apen") == "--fail: \"apen\"" + problem + "Write one of " + target_forms() + ".");
}

TEST_CASE("the forms that help lists are the kinds there are", "[events][drill]") {
    CHECK(target_forms() ==
          "center:ID, room:CENTER/ROOM, rack:CENTER/ROOM, host:CENTER, link:ID, duct:ID, utility:CENTER, "
          "cooling:CENTER");
    for (const std::string& word : kind_words()) {
        CHECK(kind_of(word).has_value());
        CHECK_THAT(target_forms(), test::contains(word + ":"));
    }
}

TEST_CASE("a center that does not stand in the year cannot fail in it", "[events][drill]") {
    DrillWorld world;
    world.study.centers.at("b").commissioned = Date{2031, 5, 1};
    CHECK(mistake_of(world, "center:b") ==
          "--fail: center \"b\" does not stand all through 2030 (commissioned 2031-05-01, closed never). "
          "Choose another year or another center.");
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

TEST_CASE("all single failures are every center with its parts, and every link and duct in use",
          "[events][drill]") {
    const DrillWorld world;
    std::vector<std::string> texts;
    for (const DrillTarget& target : all_single_failures(world.input()).targets) texts.push_back(target.text);
    // Nobody reaches b by "x--b": it runs nothing yet, so that link and its duct carry nothing.
    CHECK(texts == std::vector<std::string>{"center:p",  "center:b",  "room:p/r1",     "room:p/r2",
                                            "room:b/r1", "room:b/r2", "rack:p/r1",     "host:p",
                                            "rack:b/r1", "host:b",    "utility:p",     "cooling:p",
                                            "utility:b", "cooling:b", "link:alpha--x", "link:beta--x",
                                            "link:x--p", "link:p--b", "duct:d1",       "duct:d3"});
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

TEST_CASE("single failures are played of the kinds asked for", "[events][drill]") {
    const DrillWorld world;
    std::vector<std::string> texts;
    const SingleFailures some = all_single_failures(world.input(), {FailureKind::center, FailureKind::duct});
    for (const DrillTarget& target : some.targets) texts.push_back(target.text);
    CHECK(texts == std::vector<std::string>{"center:p", "center:b", "duct:d1", "duct:d3"});
}

TEST_CASE("of many access lines none is played unless links are asked for", "[events][drill]") {
    DrillWorld world;
    // The last miles of alpha and beta.
    world.network.topology.links[0].access = world.network.topology.links[1].access = true;
    const auto links = [](const SingleFailures& all) {
        return std::count_if(all.targets.begin(), all.targets.end(),
                             [](const DrillTarget& t) { return t.kind == FailureKind::link; });
    };
    const SingleFailures few = all_single_failures(world.input(), {}, 2);
    CHECK(few.access_lines_left_out == 0);
    CHECK(links(few) == 4);
    const SingleFailures many = all_single_failures(world.input(), {}, 1);
    CHECK(many.access_lines_left_out == 2);
    CHECK(links(many) == 2);
    const SingleFailures asked = all_single_failures(world.input(), {FailureKind::link}, 1);
    CHECK(asked.access_lines_left_out == 0);
    CHECK(links(asked) == 4);
}

}  // namespace
}  // namespace verbund::events
