#include "tests/support/drawn_links.hpp"

#include <algorithm>
#include <string>

#include "sim/events/drill/narrow.hpp"
#include "sim/events/latency/typical_day_links.hpp"
#include "sim/events/world/background.hpp"
#include "sim/events/world/platform.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/drill_world.hpp"
#include "tests/support/told_step.hpp"

namespace verbund::events {
namespace {

outcome::DrillEvent step_of(const DrillOutcome& o, const std::string& step) {
    const auto found = std::find_if(o.timeline.begin(), o.timeline.end(),
                                    [&](const outcome::DrillEvent& e) { return e.step == step; });
    return found == o.timeline.end() ? outcome::DrillEvent{} : *found;
}

DrillOutcome drill(const test::DeployedYear& world, const std::string& fail) {
    const DrillRequest request{"d",
                               {parse_target(fail, world.input())},
                               9.5 * 3600.0,
                               std::nullopt,
                               study::TypicalDay::winter_workday};
    return test::drill_in_child(world.input(), request);
}

/// At 25 %/a the town's traffic of 2025 is 0.885 Gbit/s both ways at the peak.
test::DeployedYear busy_town(const std::string& variant) {
    return test::DeployedYear{test::replaced(test::drawn_links, "provider_share: 0 %",
                                             "provider_share: 0 %, growth: {traffic: 25 %/a}"),
                              variant};
}

TEST_CASE("cutting one of two links leaves the other, and the drill tells that it is too narrow",
          "[events][drill]") {
    const test::DeployedYear world = busy_town("one-duct");
    const DrillOutcome wide = drill(world, "link:stadt-1");
    CHECK(step_of(wide, "cut").step.empty());
    CHECK_FALSE(step_of(wide, "rerouting").step.empty());
    // 4/5 of the traffic go down: 0.71 over the link of 0.5 Gbit/s.
    CHECK_THAT(test::in_english(step_of(wide, "narrow"), world.input()),
               test::contains("too narrow: link stadt-2 (Dormagen - knoten) has 0.5 Gbit/s, up to 0.71 are"));
    CHECK_THAT(test::in_german(step_of(wide, "narrow"), world.input()),
               test::contains("hat 0,5 Gbit/s, gebraucht werden bis 0,71"));
    // The other link is wide enough for all, and its loss concerns people although no path names it.
    const DrillOutcome other = drill(world, "link:stadt-2");
    CHECK_FALSE(step_of(other, "rerouting").step.empty());
    CHECK(step_of(other, "narrow").step.empty());
}

TEST_CASE("cutting the duct of both links cuts the town off, one of two ducts does not", "[events][drill]") {
    const test::DeployedYear one{test::drawn_links, "one-duct"};
    CHECK_THAT(test::in_english(step_of(drill(one, "duct:d-alt"), "cut"), one.input()),
               test::contains("cut off: Dormagen"));
    const test::DeployedYear two = busy_town("two-ducts");
    const DrillOutcome survived = drill(two, "duct:d-alt");
    CHECK(step_of(survived, "cut").step.empty());
    CHECK_FALSE(step_of(survived, "narrow").step.empty());  // stadt-2 is left
    const test::DeployedYear single{test::drawn_links, "one-link"};
    CHECK_FALSE(step_of(drill(single, "link:stadt-1"), "cut").step.empty());
}

TEST_CASE("no line that nobody drew lies in series with drawn links", "[events]") {
    const test::DeployedYear world{test::drawn_links, "one-duct"};
    const Background background{world.input()};
    CHECK(background.access_capacity_gbit_s(0) == Approx(1.5));
    CHECK(background.access_links(0).size() == 2);
    CHECK(background.bundle_capacity_gbit_s(world.link("stadt-1")) == Approx(1.5));
    const auto narrowest = test::numbers_in_child([&] {
        Engine engine{EngineSettings{}};
        Platform platform{engine, world.input(), background};
        const std::size_t site = 0;
        static_cast<void>(platform.people(0, site));
        return std::vector<double>{platform.narrowest_bytes_per_s(0, site)};
    });
    CHECK(narrowest.front() == Approx(std::min(1.5, background.uplink_capacity_gbit_s(0)) * 1e9 / 8.0));
    // Told once, as the links that were drawn; two thirds of the load on the first.
    const DayShape day = day_shape(world.input(), study::TypicalDay::winter_workday);
    for (const outcome::BusyLink& row : busiest_links(world.input(), background, day, 100))
        CHECK(row.link.rfind("access:", 0) != 0);
    const double first = background.link_gbit_s({world.link("stadt-1"), true}, day, 10);
    const double second = background.link_gbit_s({world.link("stadt-2"), true}, day, 10);
    CHECK(first == Approx(2.0 * second));
    CHECK(first + second == Approx(background.access_gbit_s(0, true, day, 10)));
}

TEST_CASE("the background holds copies at their mean rate, and links are sized for that of the window",
          "[events]") {
    const test::DeployedYear world{
        test::replaced(test::drawn_links, "rz-rzb: {from: rz, to: rz-b, capacity: 10 Gbit/s}",
                       "rz-rzb: {from: rz, to: rz-b}"),
        "one-link"};
    const deploy::Replication& copies = world.year().replications.front();
    const Background background{world.input()};
    const DayShape day = day_shape(world.input(), study::TypicalDay::winter_workday);
    const std::size_t link = world.link("rz-rzb");
    CHECK(background.link_gbit_s({link, true}, day, 3) == Approx(copies.mean_gbit_s));
    // Far less than the usual line between centers, which is what it gets.
    CHECK(1.25 * 1.4 * (copies.mean_gbit_s + world.year().outside_copies.front().gbit_s) < 10.0);
    CHECK(background.link_capacity_gbit_s(link) == Approx(10.0));
}

TEST_CASE("the uplink of a primary carries the copies that it sends", "[deploy]") {
    const test::DeployedYear world{test::drawn_links, "one-link"};
    const deploy::Replication& copies = world.year().replications.front();
    const deploy::SiteDeployment& primary = world.year().sites[0];
    const deploy::SiteDeployment& backup = world.year().sites[1];
    // Sent or received, 1.4 times, replication or what goes at night; user traffic at the primary on top.
    const double night = copies.mean_gbit_s + world.year().outside_copies.front().gbit_s;
    CHECK(primary.replication_sent_gbit_s == Approx(copies.gbit_s));
    CHECK(primary.needs.of[Resource::uplink] > 1.4 * night);
    CHECK(backup.needs.of[Resource::uplink] == Approx(1.4 * std::max(copies.gbit_s, night)));
    CHECK(primary.plant->limits[Resource::uplink] >= primary.needs.of[Resource::uplink]);
    // So no hour of the day asks more of it than it has.
    const Background background{world.input()};
    const DayShape day = day_shape(world.input(), study::TypicalDay::winter_workday);
    for (int h = 0; h < 24; ++h)
        CHECK(background.uplink_gbit_s(0, false, day, h) < background.uplink_capacity_gbit_s(0));
}

}  // namespace
}  // namespace verbund::events
