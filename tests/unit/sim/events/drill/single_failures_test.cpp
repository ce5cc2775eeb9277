#include "sim/events/drill/single_failures.hpp"

#include <algorithm>

#include "tests/support/catch.hpp"
#include "tests/support/drill_world.hpp"

namespace verbund::events {
namespace {

using test::DrillWorld;

TEST_CASE("all single failures are every center with its parts, and every link and duct in use",
          "[events][drill]") {
    const DrillWorld world;
    std::vector<std::string> texts;
    for (const DrillTarget& target : all_single_failures(world.input()).targets) texts.push_back(target.text);
    // Nobody reaches b by "x--b": it runs nothing yet, so that link and its duct carry nothing.
    CHECK(texts == std::vector<std::string>{"center:p",  "center:b",  "room:p/r1",     "room:p/r2",
                                            "room:b/r1", "room:b/r2", "rack:p/r1",     "rack:b/r1",
                                            "host:p",    "host:b",    "link:alpha--x", "link:beta--x",
                                            "link:x--p", "link:p--b", "duct:d1",       "duct:d3",
                                            "utility:p", "utility:b", "cooling:p",     "cooling:b"});
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
