#include "sim/annual/network_year.hpp"

#include <cmath>
#include <stdexcept>
#include <string>

#include "tests/support/catch.hpp"
#include "tests/support/drawn_links.hpp"
#include "tests/unit/scenarios/small_study.hpp"

namespace verbund::annual {
namespace {

NetworkYear year_of(const test::DeployedYear& world) {
    return network_year(world.network, *world.study, world.variant, {&world.year(), 1}, world.profiles,
                        world.set.catalog);
}

TEST_CASE("drawn links are the access, and two side by side count both", "[annual]") {
    const test::DeployedYear world{test::drawn_links, "one-duct"};
    const NetworkYear year = year_of(world);
    const outcome::AdministrationYear& town = year.administrations.front();
    // 1 and 0.5 Gbit/s; the usual line of such a town would be 0.212.
    CHECK(town.access_limit_gbit_s == Approx(1.5));
    CHECK(town.access_peak_gbit_s == Approx(0.612).margin(0.001));
    const outcome::LinkYear& first = year.links[world.link("stadt-1")];
    const outcome::LinkYear& second = year.links[world.link("stadt-2")];
    CHECK(first.peak_gbit_s == Approx(town.access_peak_gbit_s * 2.0 / 3.0));
    CHECK(second.peak_gbit_s == Approx(town.access_peak_gbit_s / 3.0));
    CHECK(first.limit_gbit_s == Approx(1.0));
    const test::DeployedYear alone{test::drawn_links, "one-link"};
    CHECK(year_of(alone).administrations.front().access_limit_gbit_s == Approx(1.0));
}

TEST_CASE("a stated access holds besides drawn links where it is less", "[annual]") {
    const auto limit = [](const std::string& access) {
        const test::DeployedYear world{
            test::replaced(test::drawn_links, "seats: 700", "seats: 700, access: " + access), "one-duct"};
        return year_of(world).administrations.front().access_limit_gbit_s;
    };
    CHECK(limit("200 Mbit/s") == Approx(0.2));
    CHECK(limit("10 Gbit/s") == Approx(1.5));
}

TEST_CASE("a drawn link without a capacity is sized, and is the access", "[annual]") {
    const test::DeployedYear world{
        test::replaced(test::drawn_links, "to: knoten, capacity: 1 Gbit/s", "to: knoten"), "one-link"};
    // 0.612 x 1.4 x 1.25 = 1.07 Gbit/s: sold as 2.
    CHECK(year_of(world).administrations.front().access_limit_gbit_s == Approx(2.0));
}

TEST_CASE("the uplink of one's own room is the access in a synthetic network", "[annual]") {
    const std::string text = test::replaced(
        test::spoilt("dormagen: {ags: \"05162004\", seats: 700}",
                     "dormagen: {ags: \"05162004\", seats: 700, home: keller}"),
        "  south:",
        "  keller: {at: {lat: 51.09, lon: 6.84}, commissioned: 2010-01-01, role: own, uplink: 3 Gbit/s, "
        "rooms: {r1: {}}}\n  south:");
    const test::DeployedYear world{text};
    CHECK(year_of(world).administrations[0].access_limit_gbit_s == Approx(3.0));  // dormagen; neuss has none
    CHECK(year_of(world).administrations[1].access_limit_gbit_s < 3.0);
}

TEST_CASE("copies count on links with a day's changes over 24 h, in the peak at the rate of their window",
          "[annual]") {
    const test::DeployedYear world{test::drawn_links, "one-link"};
    const deploy::Replication& copies = world.year().replications.front();
    REQUIRE(copies.gbit_s > 0.0);
    // The day's changes in 10 of 24 h: 2.4 times their mean; the reserve of a link is 1.4 of its need alone.
    CHECK(copies.gbit_s == Approx(2.4 * copies.mean_gbit_s));
    const outcome::LinkYear link = year_of(world).links[world.link("rz-rzb")];
    // Nobody else uses it; at night the backups' outside copies, of all classes, come on top of the changes
    // of the protected ones at their mean, and that is more than those at the rate of their window.
    const deploy::OutsideTransfer& outside = world.year().outside_copies.front();
    const double night = copies.mean_gbit_s + outside.gbit_s;
    REQUIRE(night > copies.gbit_s);
    CHECK(link.mean_gbit_s == Approx(copies.mean_gbit_s + outside.mean_gbit_s));
    CHECK(link.peak_gbit_s == Approx(night));
    CHECK(link.need_gbit_s == Approx(1.4 * night));
}

TEST_CASE("every administration has the holidays of its own state, whoever comes first", "[annual]") {
    // The means of 2025 differ by the holidays of the states; each must be that of the same town alone.
    const auto mean = [](const std::string& administrations, const std::string& id) {
        const test::DeployedYear world{test::replaced(
            test::replaced(test::drawn_links, "    stadt: {ags: \"05162004\", seats: 700}\n",
                           administrations),
            "    stadt-1:", "    b-k: {from: b, to: knoten, capacity: 1 Gbit/s}\n    stadt-1:")};
        const NetworkYear year = year_of(world);
        for (std::size_t a = 0; a < world.variant.administrations.size(); ++a)
            if (world.variant.administrations[a].id == id)
                return year.administrations[a].access_mean_gbit_s /
                       year.administrations[a].access_peak_gbit_s;
        throw std::out_of_range{id};
    };
    const auto two = [&](const char* stadt_state, const char* b_state) {
        return "    stadt: {at: {lat: 51.09, lon: 6.84}, seats: 700, state: \"" + std::string{stadt_state} +
               "\"}\n    b: {at: {lat: 51.1, lon: 6.8}, seats: 700, state: \"" + b_state + "\"}\n";
    };
    const double bavaria = mean(two("09", "09"), "b");
    const double berlin = mean(two("11", "11"), "b");
    CHECK(bavaria < berlin);  // 13 holidays against 10
    CHECK(mean(two("09", "11"), "b") == Approx(berlin));
    CHECK(mean(two("11", "09"), "b") == Approx(bavaria));
    CHECK(mean(two("11", "09"), "stadt") == Approx(berlin));
}

}  // namespace
}  // namespace verbund::annual
