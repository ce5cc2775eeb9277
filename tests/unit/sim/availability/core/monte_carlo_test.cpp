#include "sim/availability/core/monte_carlo.hpp"

#include <stdexcept>
#include <string>
#include <vector>

#include "tests/support/catch.hpp"

namespace verbund::availability {
namespace {

NodeId component(System& system, const std::string& name, double per_year, const RepairTime& repair,
                 CauseId cause = 0) {
    return system.add_component(
        {.name = name, .failures_per_year = per_year, .repair = repair, .cause = cause});
}

/// Two services with a shared part, and one apart from them; `more` adds a part that nothing needs.
System example(bool more = false) {
    System system;
    const NodeId shared = component(system, "shared", 2.0, ExponentialTime{10.0});
    if (more) component(system, "more", 5.0, ExponentialTime{10.0});
    const NodeId a = component(system, "a", 4.0, LognormalTime{5.0, 1.0}, 1);
    const NodeId b = component(system, "b", 4.0, RangeTime{1.0, 5.0, 9.0}, 2);
    const NodeId gate = system.standby(
        {.name = "gate", .main = a, .spare = b, .failure_on_demand = 0.3, .switch_h = 2.0, .cause = {}});
    for (const NodeId node : {system.series({shared, gate}), system.parallel({shared, b}), a})
        system.add_service(node, {{system.add_report(), 1.0}});
    return system;
}

void check_same(const std::vector<Estimate>& left, const std::vector<Estimate>& right) {
    REQUIRE(left.size() == right.size());
    for (std::size_t i = 0; i < left.size(); ++i) {
        CHECK(left[i].downtime_h == right[i].downtime_h);
        CHECK(left[i].standard_error_h == right[i].standard_error_h);
        CHECK(left[i].p95_h == right[i].p95_h);
        CHECK(left[i].by_cause_h == right[i].by_cause_h);
    }
}

TEST_CASE("the same seed gives the same bits with any number of threads", "[availability]") {
    const System system = example();
    const auto one = simulate(system, {.seed = 5, .years = 1000, .jobs = 1});
    check_same(one, simulate(system, {.seed = 5, .years = 1000, .jobs = 3}));
    CHECK(one[0].downtime_h != simulate(system, {.seed = 6, .years = 1000, .jobs = 1})[0].downtime_h);
}

TEST_CASE("adding a component leaves the failures of all others as they were", "[availability]") {
    check_same(simulate(example(false), {.seed = 5, .years = 500}),
               simulate(example(true), {.seed = 5, .years = 500}));
}

TEST_CASE("an outage is counted to what began it, and the causes sum to the downtime", "[availability]") {
    const std::vector<Estimate> e = simulate(example(), {.seed = 5, .years = 1000});
    for (const Estimate& report : e) {
        double sum = 0.0;
        for (const double h : report.by_cause_h) sum += h;
        CHECK(sum == Approx(report.downtime_h));
    }
    CHECK(e[2].by_cause_h[1] == Approx(e[2].downtime_h));  // only a fails in the third service
    CHECK(e[0].by_cause_h[0] > 0.0);
    CHECK(e[0].by_cause_h[1] > 0.0);
}

TEST_CASE("a report is the weighted sum of its services, with what they share", "[availability]") {
    // Both halves are the same node, so the report equals the service itself, its interval included.
    System system;
    const NodeId a = component(system, "a", 4.0, ExponentialTime{10.0});
    const std::uint32_t whole = system.add_report();
    const std::uint32_t halves = system.add_report();
    system.add_service(a, {{whole, 1.0}, {halves, 0.5}});
    system.add_service(a, {{halves, 0.5}});
    const std::vector<Estimate> e = simulate(system, {.seed = 1, .years = 1000});
    CHECK(e[halves].downtime_h == Approx(e[whole].downtime_h));
    CHECK(e[halves].standard_error_h == Approx(e[whole].standard_error_h));
    CHECK(e[halves].outages == Approx(e[whole].outages));
}

/// Two sites with a common cause; each of three owners depends on them by a line of its own, one has a
/// standby between a site and a room of its own, one waits for a crew that serves another owner too.
System owned(bool by_owner) {
    System system;
    const auto owner = [&](std::uint32_t number) { return by_owner ? number : 0U; };
    const NodeId area = system.add_component({.name = "area",
                                              .failures_per_year = 0.01,
                                              .repair = ExponentialTime{100.0},
                                              .sampled_per_year = 0.2});
    const NodeId first = system.series({area, component(system, "first", 3.0, ExponentialTime{20.0}, 1)});
    const NodeId second = system.delay(
        system.series({area, component(system, "second", 6.0, ExponentialTime{4.0}, 1)}), 1.0, 2.0);
    const NodeId site = system.standby({.name = "site",
                                        .main = first,
                                        .spare = second,
                                        .failure_on_demand = 0.2,
                                        .switch_h = 1.0,
                                        .cause = {}});
    const std::uint32_t all = system.add_report();
    std::vector<NodeId> lines;
    for (std::uint32_t o = 0; o < 3; ++o)
        lines.push_back(component(system, "line" + std::to_string(o), 5.0, LognormalTime{6.0, 1.0}, 2));
    system.add_crew({lines[0], lines[1]});
    for (std::uint32_t o = 0; o < 3; ++o) {
        const std::uint32_t mine = system.add_report();
        NodeId way = system.series({lines[o], site});
        if (o == 2) {
            way = system.standby({.name = "own",
                                  .main = first,
                                  .spare = component(system, "room", 8.0, ExponentialTime{30.0}, 3),
                                  .failure_on_demand = 0.1,
                                  .switch_h = 0.5,
                                  .running_mttf_h = 50.0,
                                  .cause = {}});
        }
        system.add_service(way, {{mine, 1.0}, {all, 0.25}}, owner(o));
        system.add_service(second, {{mine, 0.5}, {all, 0.1}}, owner(o));
    }
    return system;
}

TEST_CASE("what is found does not depend on who owns the services", "[availability]") {
    const auto together = simulate(owned(false), {.seed = 3, .years = 2000});
    const auto apart = simulate(owned(true), {.seed = 3, .years = 2000});
    REQUIRE(together.size() == apart.size());
    for (std::size_t i = 0; i < apart.size(); ++i) {
        CAPTURE(i);
        CHECK(apart[i].downtime_h > 0.0);
        CHECK(apart[i].downtime_h == Approx(together[i].downtime_h).epsilon(1e-12));
        CHECK(apart[i].standard_error_h == Approx(together[i].standard_error_h).epsilon(1e-12));
        CHECK(apart[i].outages == Approx(together[i].outages).epsilon(1e-12));
        CHECK(apart[i].p95_h == Approx(together[i].p95_h).epsilon(1e-12));
        CHECK(apart[i].longest_h == together[i].longest_h);
        for (std::size_t c = 0; c < apart[i].by_cause_h.size(); ++c)
            CHECK(apart[i].by_cause_h[c] == Approx(together[i].by_cause_h[c]).epsilon(1e-12));
    }
}

TEST_CASE("a sum of reports is what one report of all of its services would be", "[availability]") {
    System system;
    const NodeId shared = component(system, "shared", 2.0, ExponentialTime{10.0});
    std::vector<ReportShare> parts;
    const std::uint32_t all = system.add_report();
    for (std::uint32_t o = 0; o < 3; ++o) {
        const std::uint32_t mine = system.add_report();
        const double weight = 0.2 + 0.1 * o;
        const NodeId own = component(system, "own" + std::to_string(o), 4.0, LognormalTime{5.0, 1.0}, 1);
        system.add_service(system.series({shared, own}), {{mine, 0.5}, {all, 0.5 * weight}}, o);
        system.add_service(own, {{mine, 0.5}, {all, 0.5 * weight}}, o);
        parts.push_back({mine, weight});
    }
    system.add_sum(parts);
    const auto e = simulate(system, {.seed = 2, .years = 1000});
    REQUIRE(e.size() == 5);
    CHECK(e[4].downtime_h > 0.0);
    CHECK(e[4].downtime_h == Approx(e[all].downtime_h).epsilon(1e-12));
    CHECK(e[4].standard_error_h == Approx(e[all].standard_error_h).epsilon(1e-10));
    CHECK(e[4].outages == Approx(e[all].outages).epsilon(1e-12));
    CHECK(e[4].over_8_h == Approx(e[all].over_8_h).epsilon(1e-12));
    CHECK(e[4].p95_h == Approx(e[all].p95_h).epsilon(1e-12));
    CHECK(e[4].longest_h == e[all].longest_h);
    CHECK(e[4].by_cause_h[1] == Approx(e[all].by_cause_h[1]).epsilon(1e-12));
    CHECK_THROWS_WITH(system.add_sum({{99, 1.0}}), Catch::Matchers::Contains("report 99 does not exist"));
}

TEST_CASE("a thing that cannot be is refused with its reason", "[availability]") {
    using Catch::Matchers::Contains;
    System system;
    const NodeId a = component(system, "a", 1.0, ExponentialTime{1.0});
    const NodeId b = component(system, "b", 1.0, ExponentialTime{1.0});
    CHECK_THROWS_WITH(component(system, "a", 1.0, ExponentialTime{1.0}), Contains("\"a\" exists already"));
    CHECK_THROWS_WITH(component(system, "c", -1.0, ExponentialTime{1.0}), Contains("not negative"));
    CHECK_THROWS_WITH(component(system, "d", 1.0, FixedTime{0.0}), Contains("above zero"));
    CHECK_THROWS_WITH(system.at_least(3, {a, b}), Contains("3 of 2"));
    CHECK_THROWS_WITH(system.series({a, 99}), Contains("node 99 does not exist"));
    CHECK_THROWS_WITH(system.standby({.name = "g", .main = a, .spare = a, .cause = {}}),
                      Contains("for itself"));
    CHECK_THROWS_WITH(
        system.standby({.name = "h", .main = a, .spare = b, .failure_on_demand = 1.5, .cause = {}}),
        Contains("probability"));
    CHECK_THROWS_WITH(system.add_crew({system.series({a, b})}), Contains("no component"));
    system.add_crew({a, b});
    CHECK_THROWS_WITH(system.add_crew({a}), Contains("has a crew already"));
    CHECK_THROWS_AS(simulate(system, {.seed = 1, .years = 0}), std::invalid_argument);
}

}  // namespace
}  // namespace verbund::availability
