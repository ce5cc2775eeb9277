#include "models/siting/control_area.hpp"

#include <set>
#include <string>

#include "tests/support/catch.hpp"

namespace verbund::siting {
namespace {

TEST_CASE("every state lies in one of the four control areas", "[siting]") {
    std::set<std::string> areas;
    for (int state = 1; state <= 16; ++state) areas.emplace(control_area({state}));
    CHECK(areas == std::set<std::string>{"50hertz", "amprion", "tennet", "transnetbw"});
}

TEST_CASE("Baden-Württemberg is an area of its own, and the eastern states share one", "[siting]") {
    CHECK(control_area({8}) == "transnetbw");
    for (const int east : {2, 11, 12, 13, 14, 15, 16}) CHECK(control_area({east}) == "50hertz");
    CHECK(control_area({5}) == "amprion");
    CHECK(control_area({9}) == "tennet");
}

}  // namespace
}  // namespace verbund::siting
