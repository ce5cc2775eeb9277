#include "sim/availability/network_nodes.hpp"

#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include "sim/availability/availability.hpp"
#include "sim/availability/core/monte_carlo.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/drawn_links.hpp"
#include "tests/unit/scenarios/small_study.hpp"

namespace verbund::availability {
namespace {

using test::replaced;

/// Hours a year in which an administration does not reach the first center.
double unreachable_h(const std::string& text, const std::string& variant = "",
                     const std::string& who = "stadt") {
    const test::DeployedYear world{text, variant};
    const deploy::RoutePairs routes{world.network};
    const auto& all = world.variant.administrations;
    const auto found = std::find_if(all.begin(), all.end(), [&](const auto& a) { return a.id == who; });
    REQUIRE(found != all.end());
    const Way way{static_cast<std::size_t>(found - all.begin()), 0};
    System system;
    const Figures figures = read_figures(world.set.catalog, world.study->availability);
    const auto nodes = add_network(system, world.input(), routes, figures, {way});
    system.add_service(nodes.at(way), {{system.add_report(), 1.0}});
    return simulate(system, {.seed = 5, .years = 40'000}).front().downtime_h;
}

/// Hours of an outage of the fibre, per km and year: 0.0022 cuts of 10 h.
constexpr double fibre_h_per_km = 0.022;
/// Hours of a router, per year: 0.015 failures of 4 h.
constexpr double router_h = 0.06;

TEST_CASE("availability rises from one link over one duct and two ducts to disjoint routes",
          "[availability]") {
    const double one_link = unreachable_h(test::drawn_links, "one-link");
    const double one_duct = unreachable_h(test::drawn_links, "one-duct");
    const double two_ducts = unreachable_h(test::drawn_links, "two-ducts");
    const double disjoint = unreachable_h(test::drawn_links, "other-node");
    CHECK(one_link > one_duct);
    CHECK(one_duct > two_ducts);
    CHECK(two_ducts > disjoint);
    // One link of 1.5 x 7.75 km of air line, and the router of the node that all ways pass.
    const double km = 11.62;
    CHECK(one_link == Approx(km * fibre_h_per_km + router_h).epsilon(0.12));
    // 80 % of the failures inside the duct take both of its links, the others one of them.
    CHECK(one_duct == Approx(0.8 * km * fibre_h_per_km + router_h).epsilon(0.12));
    CHECK(two_ducts == Approx(router_h).epsilon(0.15));  // the ducts are known to be two
    CHECK(disjoint < 0.01);
}

TEST_CASE("a neighbour that hangs on a town adds no outage to it", "[availability]") {
    const std::string with_neighbour = replaced(
        replaced(test::drawn_links, "    stadt: {ags: \"05162004\", seats: 700}\n",
                 "    stadt: {ags: \"05162004\", seats: 700}\n    zweitort: {at: {lat: 51.0, lon: 6.9}, "
                 "seats: 50}\n"),
        "    stadt-1:", "    zweitort-stadt: {from: zweitort, to: stadt, capacity: 1 Gbit/s}\n    stadt-1:");
    for (const char* variant : {"one-link", "one-duct", "two-ducts"}) {
        CHECK(unreachable_h(with_neighbour, variant) ==
              Approx(unreachable_h(test::drawn_links, variant)).epsilon(0.02));
    }
}

TEST_CASE("a duct has its own length, and leaves the rest of its links to themselves", "[availability]") {
    // 2 of 11.6 km in one duct; over the others two links that may share an unknown one: 20 % of 5 km.
    const std::string text =
        replaced(test::drawn_links,
                 "  links:\n    stadt-1:", "  ducts: {d-alt: {length: 2 km}}\n  links:\n    stadt-1:");
    CHECK(unreachable_h(text, "one-duct") ==
          Approx((0.8 * 2.0 + 0.2 * 5.0) * fibre_h_per_km + router_h).epsilon(0.15));
}

TEST_CASE("ducts stated on one route do not rule out an unknown one on the rest", "[availability]") {
    const std::string unknown = replaced(test::drawn_links, "network: {links: {stadt-2: {ducts: [d-neu]}}}",
                                         "network: {links: {stadt-2: {ducts: []}}}");
    // 20 % of 5 km: the second link may lie in the first one's duct after all.
    CHECK(unreachable_h(unknown, "two-ducts") - unreachable_h(test::drawn_links, "two-ducts") ==
          Approx(0.2 * 5.0 * fibre_h_per_km).epsilon(0.4));
    const std::string certain =
        replaced(unknown, "  topology: given\n", "  topology: given\n  hidden_common_duct: 0 %\n");
    CHECK(unreachable_h(certain, "two-ducts") == Approx(router_h).epsilon(0.15));  // twin
}

TEST_CASE("the pair of routes that is reported is the pair that fails", "[availability]") {
    // What the two reported routes share is all that cuts the town off by itself.
    for (const char* variant : {"one-link", "one-duct", "two-ducts", "other-node"}) {
        const test::DeployedYear world{test::drawn_links, variant};
        deploy::RoutePairs routes{world.network};
        const network::DisjointPaths& pair = routes.between(world.network.administration_node[0], 0);
        double shared_h = 0.0;
        for (const network::SharedRisk& risk : pair.shared) {
            using Kind = network::SharedRisk::Kind;
            const double km =
                risk.kind == Kind::link
                    ? 0.2 * world.network.topology.links[risk.index].route.in(kilometre)  // beside its duct
                : risk.kind == Kind::duct
                    ? 0.8 * network::duct_lengths(world.network.topology).at(risk.duct).in(kilometre)
                    : 0.0;
            shared_h += risk.kind == Kind::node ? router_h : km * fibre_h_per_km;
        }
        CHECK(unreachable_h(test::drawn_links, variant) == Approx(shared_h).epsilon(0.12).margin(0.01));
    }
}

/// Two districts and a center in a row, so that the first hangs by a single link of the backbone.
const std::string row = R"(verbund: 1
title: Row
horizon: {first: 2025, last: 2025}
milestones: [2025]
territory:
  administrations:
    west: {ags: "05162", at: {lat: 51.0, lon: 6.0}}
    mitte: {ags: "05158", at: {lat: 51.0, lon: 7.0}}
estate: {provider_share: 0 %}
centers:
  rz: {at: {lat: 51.0, lon: 8.0}, commissioned: 2020-01-01, rooms: {r1: {}}}
moves: {alle: {who: all, to: rz, years: 2025}}
variants: {a: {}}
)";

double west_h(const std::string& text) { return unreachable_h(text, "", "west"); }

TEST_CASE("a second access is stated for one administration or for all", "[availability]") {
    const double one = west_h(row);
    const std::string own = replaced(row, "lon: 6.0}}", "lon: 6.0}, second_access: true}");
    const double second = west_h(own);
    CHECK(second < one - 1.5);  // 105 km of one line, 2.3 h a year
    const double all = west_h(row + "availability: {second_access: true}\n");
    CHECK(all < second - 1.5);  // that of mitte as well
    CHECK(west_h(replaced(row, "lon: 7.0}}", "lon: 7.0}, second_access: true}")) < one - 1.5);
    CHECK(west_h(own + "availability: {second_access: false}\n") == second);
    CHECK(west_h(replaced(row, "lon: 6.0}}", "lon: 6.0}, second_access: false}") +
                 "availability: {second_access: true}\n") > all + 1.5);
}

}  // namespace
}  // namespace verbund::availability
