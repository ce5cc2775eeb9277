#include "sim/events/drill/results.hpp"

#include <cmath>

#include "tests/support/catch.hpp"
#include "tests/support/drill_world.hpp"

namespace verbund::events {
namespace {

using test::Approx;
using test::DrillWorld;

constexpr double hour = 3600.0;
constexpr double morning_s = 9.5 * hour;

/// Of a class of alpha (0) or beta (1): back after a time, its data older by another.
Fate fate(std::size_t administration, std::size_t workload, int servers, double class_share, double rto_s,
          double rpo_s) {
    const DrillWorld world;
    Fate fate;
    fate.planned.service.administration = administration;
    fate.planned.service.workload = workload;
    fate.planned.service.servers = servers;
    fate.planned.service.class_share = class_share;
    fate.planned.service.storage_gb = 100.0 * servers;
    fate.planned.service.criticality = world.variant.workloads[workload].criticality;
    fate.planned.way = Way::failover;
    fate.stops_s = morning_s;
    fate.people_s = morning_s + rto_s;
    fate.rpo_s = rpo_s;
    return fate;
}

/// Alpha's directory is back after 1,000 s with data 1,000 s old; three tenths of its mail after 1 h (900 s),
/// two tenths, for which no place was found, after 2 h (300 s); its gis never, with all its data.  Beta's
/// mail goes another way.
std::vector<Fate> bad_day() {
    std::vector<Fate> fates{fate(0, DrillWorld::directory, 1, 1.0, 1000.0, 1000.0),
                            fate(0, DrillWorld::mail, 4, 0.3, 1.0 * hour, 900.0),
                            fate(0, DrillWorld::mail, 2, 0.2, 2.0 * hour, 300.0),
                            fate(0, DrillWorld::gis, 4, 1.0, never_s, never_s),
                            fate(1, DrillWorld::mail, 3, 1.0, 0.05, 0.0)};
    fates[1].planned.service.interactions_per_h = 40.0;
    fates[2].planned.service.interactions_per_h = 20.0;
    fates[2].planned.lacks = Lacks::memory;
    fates[2].planned.way = Way::primary_return;
    fates[3].planned.way = Way::never;
    fates[3].planned.left = DataLeft::gone;
    fates[4].planned.way = Way::rerouted;
    return fates;
}

TEST_CASE("a class has one row: the longest of its times, the sum of what it loses", "[events][drill]") {
    const DrillWorld world;
    const DayShape day = day_shape(world.input(), study::TypicalDay::winter_workday);
    const std::vector<outcome::DrillResult> rows = drill_results(world.input(), day, bad_day());
    REQUIRE(rows.size() == 4);  // alpha: directory, mail, gis; beta: mail
    CHECK(rows[0].workload == "directory");
    CHECK(rows[0].rto_s == Approx(1000.0));
    CHECK(rows[0].rto_target_s == Approx(2.0 * hour));
    CHECK(rows[0].rpo_target_s == Approx(900.0));
    CHECK(rows[1].workload == "mail");
    CHECK(rows[1].administration == 0);
    CHECK(rows[1].servers == 6.0);
    CHECK(rows[1].servers_short == 2.0);
    CHECK(rows[1].rto_s == Approx(7200.0));
    CHECK(rows[1].rpo_s == Approx(900.0));
    CHECK(rows[1].transactions_lost == Approx(40.0 * 1.0 + 20.0 * 2.0));  // at profile 1 all day
    CHECK(std::isnan(rows[2].rto_s));
    CHECK(std::isnan(rows[2].rpo_s));
    CHECK(rows[3].administration == 1);
}

TEST_CASE("a drill's summary counts critical classes for its times and all for what is lost",
          "[events][drill]") {
    const DrillWorld world;
    const DayShape day = day_shape(world.input(), study::TypicalDay::winter_workday);
    const std::vector<Fate> fates = bad_day();
    const outcome::DrillSummary s = summarise(world.input(), fates, drill_results(world.input(), day, fates));
    CHECK(s.servers_hit == 11.0);  // beta's three are only rerouted
    CHECK(s.servers_never == 4.0);
    CHECK(s.capacity_short == Approx(2.0 / 11.0));
    CHECK(s.data_lost_tb == Approx(0.4));
    CHECK(s.transactions_lost == Approx(80.0));
    CHECK(s.rto_max_s == Approx(7200.0));
    CHECK(s.rpo_max_s == Approx(1000.0));  // gis, of which all is lost, is not critical
    CHECK(std::isnan(s.rpo_all_max_s));
    // Directory is back in time but with data older than 900 s; gis never is.
    CHECK(s.targets_missed == 2.0);
    // All of alpha's 300 people lack the directory, half of them mail.
    CHECK(s.workplaces_hit == Approx(300.0));
}

TEST_CASE("transactions of an outage over days are those of all its days", "[events][drill]") {
    DayShape day;
    day.shares.assign(24, 0.0);
    day.shares[9] = 1.0;
    day.shares[10] = 0.5;
    // From 9:30 on: half an hour at 1, one at 0.5; the next day the same from its beginning.
    CHECK(profile_hours(day, 0, 9.5 * hour, 12.0 * hour) == Approx(1.0));
    CHECK(profile_hours(day, 0, 9.5 * hour, (24.0 + 12.0) * hour) == Approx(2.5));
    CHECK(profile_hours(day, 0, 23.0 * hour, (48.0 + 10.5) * hour) == Approx(1.5 + 1.25));
    CHECK(profile_hours(day, 0, 12.0 * hour, 9.5 * hour) == 0.0);
}

}  // namespace
}  // namespace verbund::events
