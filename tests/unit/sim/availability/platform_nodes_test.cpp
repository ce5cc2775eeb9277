#include "sim/availability/platform_nodes.hpp"

#include <algorithm>
#include <string>

#include "sim/availability/figures.hpp"
#include "sim/deploy/world.hpp"
#include "tests/support/catch.hpp"
#include "tests/unit/scenarios/small_study.hpp"

namespace verbund::availability {
namespace {

/// How often ransomware can strike apart in the centers "north" and "south", each with words of its own.
std::ptrdiff_t operators(const std::string& north, const std::string& south) {
    std::string text = test::spoilt("at: {lat: 51.2, lon: 6.69}", "at: {lat: 51.2, lon: 6.69}" + north);
    const std::string place = "at: {lat: 50.11, lon: 8.68}";
    text.insert(text.find(place) + place.size(), south);
    const study::StudySet set = test::read_text(text);
    const deploy::World world{set, 0};
    System system;
    static_cast<void>(add_platforms(system, world.year(set.horizon.last),
                                    read_figures(set.catalog, world.study().availability),
                                    {{0, Importance::critical}, {1, Importance::critical}}));
    const std::vector<Component>& all = system.components();
    return std::count_if(all.begin(), all.end(),
                         [](const Component& c) { return c.name.find("/ransomware") != std::string::npos; });
}

TEST_CASE("ransomware strikes all sites of an operator at once, and those of two operators apart",
          "[availability]") {
    CHECK(operators("", "") == 2);
    CHECK(operators("\n    partner: south", "") == 1);
    CHECK(operators("\n    role: own", "\n    role: own") == 1);  // own rooms that back each other up
    CHECK(operators("\n    role: own", "") == 2);
}

}  // namespace
}  // namespace verbund::availability
