#include "sim/availability/shared_events.hpp"

#include <numeric>
#include <string>

#include "sim/availability/core/monte_carlo.hpp"
#include "tests/support/catch.hpp"
#include "tests/unit/scenarios/small_study.hpp"

namespace verbund::availability {
namespace {

const Figures& figures() {
    static const Figures f = read_figures(test::read_text(test::small_study).catalog, {});
    return f;
}

SiteDesign site(const std::string& id, double km_north, bool two_feeders = false) {
    SiteDesign design;
    design.stream = id;
    design.at = {51.0 + km_north / 111.2, 7.0};
    design.two_feeders = two_feeders;
    return design;
}

double per_year(const System& system, const std::vector<NodeId>& nodes, const std::string& name) {
    double sum = 0.0;
    for (const NodeId node : nodes) {
        const Component& c = system.components()[system.nodes()[node].index];
        if (c.name.rfind(name, 0) == 0) sum += c.failures_per_year;
    }
    return sum;
}

TEST_CASE("sites at one place lose utility and site together", "[availability]") {
    System system;
    const auto shared = shared_events(system, figures(), {site("a", 0.0), site("b", 0.0)});
    for (const SharedEvents& s : shared) {
        CHECK(s.utility_own == 0.0);
        CHECK(s.loss_own == 0.0);
        CHECK(per_year(system, s.utility, "utility-long") == Approx(figures().utility_long.per_year));
        CHECK(per_year(system, s.utility, "utility-short") == Approx(figures().utility_short.per_year));
        CHECK(per_year(system, s.utility, "wide-area") == Approx(figures().utility_wide.per_year));
        CHECK(per_year(system, s.loss, "loss") == Approx(figures().site_loss.per_year));
    }
    CHECK(shared[0].utility == shared[1].utility);
    CHECK(shared[0].loss == shared[1].loss);
}

TEST_CASE("the nearer two sites are, the more they lose together, each cause over its own reach",
          "[availability]") {
    const auto shares = [](double km) {
        System system;
        const auto shared = shared_events(system, figures(), {site("a", 0.0), site("b", km)});
        return std::pair{shared[0].utility_own, shared[0].loss_own};
    };
    // Lens of two discs of 5 km diameter at 2.5 km: 39 %; site losses reach 1 km.
    CHECK(shares(2.5).first == Approx(0.61).margin(0.08));
    CHECK(shares(2.5).second == 1.0);
    CHECK(shares(0.5).second == Approx(0.61).margin(0.08));
    CHECK(shares(0.5).first < 0.25);
    CHECK(shares(6.0) == std::pair{1.0, 1.0});
}

TEST_CASE("of losses shared with a site with two feeders a share hits both", "[availability]") {
    System system;
    const auto shared = shared_events(system, figures(), {site("one", 0.0), site("two", 0.0, true)});
    CHECK(per_year(system, shared[0].utility, "utility-long") == Approx(figures().utility_long.per_year));
    CHECK(per_year(system, shared[1].utility, "utility-long") ==
          Approx(figures().two_feeders * figures().utility_long.per_year));
}

/// Hours a year in which neither of two sites, each of which could stand in for the other, works.
double both_down_h(double km) {
    const study::Availability availability;
    const study::Recovery recovery;
    const SiteRules rules{&figures(), &availability, &recovery};
    const std::vector<SiteDesign> designs{site("a", 0.0), site("b", km)};
    System system;
    const auto shared = shared_events(system, figures(), designs);
    std::vector<NodeId> sites;
    for (std::size_t i = 0; i < designs.size(); ++i)
        sites.push_back(add_site(system, rules, designs[i], shared[i]));
    system.add_service(system.parallel(sites), {{system.add_report(), 1.0}});
    return simulate(system, {.seed = 3, .years = 40'000}).front().downtime_h;
}

TEST_CASE("a second site in the same building saves nothing of what strikes the building", "[availability]") {
    // A site is lost 0.00022 times a year for 67 days (0.35 h/a), and the supply of class 1 fails with
    // utility.
    CHECK(both_down_h(0.0) > 0.35);
    CHECK(both_down_h(100.0) < 0.1);  // twin: sites far apart
}

}  // namespace
}  // namespace verbund::availability
