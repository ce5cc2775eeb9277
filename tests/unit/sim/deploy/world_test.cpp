#include "sim/deploy/world.hpp"

#include <stdexcept>

#include "tests/support/catch.hpp"
#include "tests/unit/scenarios/small_study.hpp"

namespace verbund::deploy {
namespace {

TEST_CASE("a world keeps the years asked for as they are and refuses the others", "[deploy]") {
    const study::StudySet set = test::read_text(test::small_study);  // 2022 to 2030
    World world{set, 0};
    CHECK_THROWS_AS(world.year(2031), std::out_of_range);
    const int servers = world.year(2028).year().sites.front().servers_placed;
    CHECK(servers > 0);
    world.keep_years({2024, 2028});
    CHECK(world.year(2028).year().year == 2028);
    CHECK(world.year(2028).year().sites.front().servers_placed == servers);
    CHECK(world.year(2024).year().sites.size() == world.variant().sites.size());
    CHECK_THROWS_AS(world.year(2025), std::out_of_range);
    CHECK(world.variant().phases[3].year == 2025);
    CHECK(world.variant().phases[3].administrations.empty());
}

TEST_CASE("a year of a world refers to the world and not to a copy of it", "[deploy]") {
    const study::StudySet set = test::read_text(test::small_study);
    const World world{set, 1};
    const WorldYear at = world.year(2030);
    CHECK(&at.set() == &set);
    CHECK(&at.study() == &set.variants[1].study);
    CHECK(&at.variant() == &world.variant());
    CHECK(&at.year() == &world.variant().phases.back());
    CHECK(&at.network() == &world.network());
    const Deployment failed;
    CHECK(&at.with(failed).year() == &failed);
    CHECK(&at.with(failed).network() == &world.network());
    const NetworkPlan cut;
    CHECK(&at.with(cut).network() == &cut);
    CHECK(&at.with(cut).year() == &at.year());
}

TEST_CASE("a pair of routes of a world is searched once", "[deploy]") {
    const study::StudySet set = test::read_text(test::small_study);
    const World world{set, 0};
    const std::size_t node = world.network().administration_node.front();
    CHECK(&world.routes().between(node, 0) == &world.routes().between(node, 0));
}

}  // namespace
}  // namespace verbund::deploy
