#include "sim/events/drill/cause.hpp"

#include <algorithm>

#include "tests/support/catch.hpp"
#include "tests/support/drill_world.hpp"
#include "tests/support/told_step.hpp"

namespace verbund::events {
namespace {

using test::DrillWorld;

struct Told {
    std::optional<Outage> outage;
    std::vector<outcome::DrillEvent> events;
    outcome::Run names;

    [[nodiscard]] std::string german(const std::string& step) const {
        const auto found =
            std::find_if(events.begin(), events.end(), [&](const auto& e) { return e.step == step; });
        return found == events.end() ? "" : report::sentence(*found, report::Tellers{names}.german);
    }
};

Told tell(const DrillWorld& world, const std::string& fail, std::optional<double> lasts_s = std::nullopt) {
    Timeline timeline;
    Told told;
    const std::vector<Outage> outages =
        outages_of(world.input(), world.request(fail, 0.0, lasts_s), timeline);
    if (!outages.empty()) told.outage = outages.front();
    told.events = timeline.sorted("x", 2030);
    told.names = test::names_of(world.input());
    return told;
}

constexpr double hour = 3600.0;

TEST_CASE("a center fails as a whole, at once and for good", "[events][drill]") {
    const DrillWorld world;
    const Told told = tell(world, "center:p");
    REQUIRE(told.outage);
    CHECK(told.outage->whole_site);
    CHECK(told.outage->from_s == 0.0);
    CHECK(told.outage->until_s == Outage::for_good);
    CHECK(told.outage->destroyed);
    CHECK(told.german("failure") == "Rechenzentrum p ist zerstört");
    const Told out = tell(world, "center:p", 720.0 * hour);
    CHECK_FALSE(out.outage->destroyed);
    CHECK(out.german("failure") == "Rechenzentrum p fällt aus");
}

TEST_CASE("without a generator a site stands still when its UPS is empty", "[events][drill]") {
    DrillWorld world;
    world.study.centers.at("p").emergency.generator = continuity::EmergencyPower::none;
    const Told told = tell(world, "utility:p", 5.0 * hour);
    REQUIRE(told.outage);
    CHECK(told.outage->from_s == 1200.0);  // 20 min of autonomy
    CHECK(told.outage->until_s == 5.0 * hour);
    CHECK(told.german("genset").empty());
    CHECK(told.german("stop") == "Rechenzentrum p steht still: die USV ist leer");
}

TEST_CASE("a utility that returns before the UPS is empty harms nobody", "[events][drill]") {
    DrillWorld world;
    world.study.centers.at("p").emergency = {continuity::EmergencyPower::none, {}, 15.0 * minutes};
    CHECK_FALSE(tell(world, "utility:p", 899.0).outage);
    CHECK(tell(world, "utility:p", 901.0).outage);
}

TEST_CASE("a drill waits for the mobile generator at a feed-in point, and runs on the fuel stated",
          "[events][drill]") {
    DrillWorld world;
    world.recovery().genset_failure = 0.0 * percent;
    world.study.centers.at("p").emergency = {continuity::EmergencyPower::feed_in, 30.0 * hours, {}};
    const Told told = tell(world, "utility:p", 24.0 * hour);
    REQUIRE(told.outage);
    CHECK(told.outage->from_s == 1200.0);
    CHECK(told.outage->until_s == 4.0 * hour);
    CHECK(told.german("genset") ==
          "Rechenzentrum p: die Netzersatzanlage trägt die Last; Kraftstoff für 30 h");
}

TEST_CASE("a generator that starts carries the site until its fuel ends", "[events][drill]") {
    DrillWorld world;
    world.recovery().genset_failure = 0.0 * percent;
    const Told short_one = tell(world, "utility:p", 48.0 * hour);
    CHECK_FALSE(short_one.outage);
    CHECK(short_one.german("genset") ==
          "Rechenzentrum p: die Netzersatzanlage trägt die Last; Kraftstoff für 48 h");
    // Start after 30 s, 48 h of fuel, then once more 10 min of battery.
    const Told long_one = tell(world, "utility:p", 60.0 * hour);
    REQUIRE(long_one.outage);
    CHECK(long_one.outage->from_s == 30.0 + 48.0 * hour + 600.0);
    CHECK(long_one.outage->until_s == 60.0 * hour);
}

TEST_CASE("a generator that does not start leaves the site to its UPS", "[events][drill]") {
    DrillWorld world;
    world.recovery().genset_failure = 100.0 * percent;
    const Told told = tell(world, "utility:p", 60.0 * hour);
    REQUIRE(told.outage);
    CHECK(told.outage->from_s == 600.0);
    CHECK(told.german("genset") == "Rechenzentrum p: die Netzersatzanlage startet nicht");
}

TEST_CASE("a battery that ends before the generator runs stops the site until then", "[events][drill]") {
    DrillWorld world;
    world.recovery().genset_failure = 0.0 * percent;
    world.recovery().ups_autonomy = 20.0 * seconds;
    const Told told = tell(world, "utility:p", 24.0 * hour);
    REQUIRE(told.outage);
    CHECK(told.outage->from_s == 20.0);
    CHECK(told.outage->until_s == 30.0);
}

TEST_CASE("a home room has a generator from the class on that its availability is reckoned with",
          "[events][drill]") {
    DrillWorld world;
    world.recovery().genset_failure = 0.0 * percent;
    world.study.home.availability_class = 2;
    const Told told = tell(world, "utility:alpha", 5.0 * hour);
    REQUIRE(told.outage);
    CHECK(told.outage->from_s == 1200.0);
    CHECK(told.german("failure") ==
          "Serverraum von Alpha (alpha): Stromnetz fällt aus; die USV trägt 20 min");
    world.study.home.availability_class = 4;
    CHECK_FALSE(tell(world, "utility:alpha", 5.0 * hour).outage);
}

TEST_CASE("without cooling hosts shut down at the thermal limit", "[events][drill]") {
    const DrillWorld world;
    const Told told = tell(world, "cooling:p");
    REQUIRE(told.outage);
    CHECK(told.outage->from_s == 600.0);
    CHECK(told.outage->until_s == 2.0 * hour);  // what a supply takes to come back
    CHECK_FALSE(tell(world, "cooling:p", 599.0).outage);
}

TEST_CASE("a room takes its share of the hosts, a rack its part of the room, a host itself",
          "[events][drill]") {
    const DrillWorld world;
    // 4 hosts, two rooms of half the load, 2 racks in all: one per room.
    CHECK(tell(world, "room:p/r2").outage->hosts.count() == 2);
    CHECK(tell(world, "room:p/r2").outage->hosts.numbers == std::set<int>{2, 3});
    CHECK(tell(world, "rack:p/r1").outage->hosts.count() == 2);
    CHECK(tell(world, "host:p").outage->hosts.count() == 1);
    CHECK_FALSE(tell(world, "host:p").outage->whole_site);
    CHECK(tell(world, "host:p").outage->until_s == 12.0 * hour);
    CHECK(tell(world, "room:p/r1").german("failure") ==
          "Raum r1 in Rechenzentrum p fällt aus (2 von 4 Hosts)");
}

TEST_CASE("places are told by name beside their id", "[events][drill]") {
    DrillWorld world;
    world.variant.sites[DrillWorld::p].name = "Nord";
    CHECK(tell(world, "center:p").german("failure") == "Rechenzentrum Nord (p) ist zerstört");
}

TEST_CASE("all rooms of a center together are the whole of it", "[events][drill]") {
    const DrillWorld world;
    Timeline timeline;
    const std::vector<Outage> outages =
        outages_of(world.input(), world.together({"room:p/r1", "room:p/r2"}), timeline);
    REQUIRE(outages.size() == 1);
    CHECK(outages.front().hosts.numbers == std::set<int>{0, 1, 2, 3});
    CHECK(outages.front().whole_site);
    CHECK_FALSE(tell(world, "room:p/r2").outage->whole_site);
}

TEST_CASE("centers that fail together are outages of their own", "[events][drill]") {
    DrillWorld world;
    world.study.centers.at("p").emergency.generator = continuity::EmergencyPower::none;  // 20 min of battery
    Timeline timeline;
    const std::vector<Outage> outages =
        outages_of(world.input(), world.together({"host:b", "utility:p"}, 5.0 * hour), timeline);
    REQUIRE(outages.size() == 2);
    CHECK(outages[0].site == DrillWorld::p);
    CHECK(outages[0].from_s == 1200.0);
    CHECK(outages[1].site == DrillWorld::b);
    CHECK(outages[1].from_s == 0.0);
}

TEST_CASE("a link comes back when its fibre is repaired, a supply by itself", "[events][drill]") {
    DrillWorld world;
    world.set.catalog.figures.push_back({"repair.fibre", "10 h", "8 h", "24 h", "", {}});
    const auto lasts_h = [&](const std::string& fail, std::optional<double> asked_s = std::nullopt) {
        return cause_lasts_s(world.input(), world.request(fail, 0.0, asked_s)) / hour;
    };
    CHECK(lasts_h("link:x--p") == 10.0);
    CHECK(lasts_h("duct:d3") == 10.0);
    CHECK(lasts_h("link:x--p", 3.0 * hour) == 3.0);
    CHECK(lasts_h("utility:p") == 2.0);  // `recovery.utility_return`
    world.set.catalog.figures.back().value = "10 kW";
    CHECK_THROWS_AS(lasts_h("link:x--p"), InvalidInput);
}

}  // namespace
}  // namespace verbund::events
