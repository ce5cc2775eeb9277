#include <algorithm>
#include <cmath>

#include "models/workload/profile_set.hpp"
#include "scenarios/read/read_study.hpp"
#include "sim/batch/run_study.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/simulated_study.hpp"

/// What a planner would hold against the shipped national study before trusting it.  Bands, not exact
/// figures: they are derived here from published anchors, and the study's defaults may move within them.
namespace verbund {
namespace {

constexpr std::size_t status_quo = 0;
constexpr std::size_t land = 1;

/// All 294 districts in the first years, alone and with one center per state.
const outcome::Run& national_run() {
    static const outcome::Run run = [] {
        study::StudySet set = read::read_study("landkreise-2025", {});
        std::erase_if(set.variants,
                      [](const study::Variant& v) { return v.id != "status-quo" && v.id != "land"; });
        set.horizon = {2022, 2027};
        set.milestones = {2027};
        return batch::run_study(set, {});
    }();
    return run;
}

const outcome::VariantYear& in(std::size_t variant, int year) {
    const outcome::Run& run = national_run();
    REQUIRE(run.variants[variant].id == (variant == land ? "land" : "status-quo"));
    return run.summary[run.summary_index(variant, static_cast<std::size_t>(year - run.years.front()))];
}

TEST_CASE("294 districts run what the survey of 2022 counted", "[validation]") {
    // DLT survey 2022: 154 servers a district, 13 % of them physical, 30 % at a provider.  The survey's
    // servers count the virtualisation hosts, one for 25 VMs: 87 % / 25 = 3.48 % of 154, which are not asked
    // for but packed.  Each district rounds to whole servers, at most half a server each way.
    const double asked = 154.0 * (1.0 - 0.0348);
    const outcome::VariantYear& year = in(status_quo, 2022);
    CHECK(year.administrations == 294.0);
    CHECK_THAT(year.servers_asked, test::WithinAbs(294.0 * asked, 294.0 * 0.5));
    CHECK_THAT(year.physical_servers, test::WithinAbs((0.13 - 0.0348) * 294.0 * 154.0, 294.0 * 0.5));
    double at_home = 0.0;
    for (std::size_t a = 0; a < national_run().administrations.size(); ++a)
        at_home += national_run().administration[a].servers_at_home;  // first variant, first year
    CHECK_THAT(at_home, test::WithinAbs(0.70 * 294.0 * asked, 294.0 * 0.5));
}

TEST_CASE("energy per workplace lies between one lean room and two rooms with old gear", "[validation]") {
    // Anchor of a 1,000-seat district on two sites: 12 hosts x 250 W + storage 2 x 1.5 kW + network 2 x 0.9
    // kW + backup 1 kW = 8.8 W a seat, 12-16 W with old gear and virtual desktops, at PUE 1.6.  Low end: one
    // site of it, 6 x 250 W + 1.5 + 0.9 + 1 kW = 4.9 W a seat.  Seats per 1,000 people are 4.5, known
    // to 3.5-6, while servers are counted: the same power falls on 6/4.5 times or 3.5/4.5 times as many
    // seats.
    //   low  4.9 W x 1.6 x 8.76 h/a x 4.5/6   =  51.5 kWh
    //   high  16 W x 1.6 x 8.76 h/a x 4.5/3.5 = 288 kWh
    for (const int year : {2022, 2025, 2027}) {
        CHECK(in(status_quo, year).energy_per_workplace_kwh > 51.5);
        CHECK(in(status_quo, year).energy_per_workplace_kwh < 288.0);
    }
}

TEST_CASE("the PUE of many small rooms and a few older centers is that of small rooms", "[validation]") {
    // A small room computes to 1.74-1.87, by the load of its UPS (its COP of 2.1 is effective: no
    // imperfection on it), an older chilled-water site with free cooling to 1.32-1.35, and 0.05 more for
    // imperfection.  A third of the servers run in centers.
    CHECK(in(status_quo, 2022).pue > 1.5);
    CHECK(in(status_quo, 2022).pue < 2.1);
}

TEST_CASE("moving together takes fewer machines, because they are used better", "[validation]") {
    // The same servers are asked for.  The N+1 reserve is held 13 times for most of the load and not 294
    // times.  Half of the physical servers that move become VMs, and nearly as many of those that stay (5/6
    // of half, five years after the survey), so that virtualisation is no part of the difference.
    const outcome::VariantYear& alone = in(status_quo, 2027);
    const outcome::VariantYear& together = in(land, 2027);
    CHECK(together.servers_asked == alone.servers_asked);
    CHECK(together.servers_refused == 0.0);
    CHECK(together.hosts + together.physical_servers < 0.95 * (alone.hosts + alone.physical_servers));
    CHECK(together.utilisation_mean > 1.05 * alone.utilisation_mean);
    CHECK(together.energy.it_mwh < alone.energy.it_mwh);
}

TEST_CASE("moving together lowers the PUE, because cooling and UPS losses per IT fall", "[validation]") {
    const outcome::VariantYear& alone = in(status_quo, 2027);
    const outcome::VariantYear& together = in(land, 2027);
    CHECK(together.pue < alone.pue - 0.1);
    CHECK(together.energy.cooling_mwh / together.energy.it_mwh <
          alone.energy.cooling_mwh / alone.energy.it_mwh);
    CHECK(together.energy.ups_mwh / together.energy.it_mwh < alone.energy.ups_mwh / alone.energy.it_mwh);
}

TEST_CASE("before the first move both variants run the same IT", "[validation]") {
    // Not the same grid energy: the stages of a provider's center are built with the plan of the coming years
    // in view.
    CHECK(in(land, 2023).energy.it_mwh == in(status_quo, 2023).energy.it_mwh);
    CHECK(in(land, 2023).hosts == in(status_quo, 2023).hosts);
    CHECK_THAT(in(land, 2023).energy.grid_mwh, test::WithinRel(in(status_quo, 2023).energy.grid_mwh, 0.01));
}

TEST_CASE("what moves away is farther from its users", "[validation]") {
    const outcome::VariantYear& alone = in(status_quo, 2027);
    const outcome::VariantYear& together = in(land, 2027);
    CHECK(together.latency_p50_ms > alone.latency_p50_ms);
    CHECK(together.latency_p95_ms > alone.latency_p95_ms);
    // Within a state light needs at most some 400 km x 1.5 x 2 x 4.9 us/km = 6 ms, and gateways and hops a
    // few ms more.
    CHECK(together.latency_p95_ms < 12.0);
}

/// A district of 1,000 seats that runs everything itself in two rooms.
struct Anchor {
    study::StudySet set = read::read_study_text(R"(verbund: 1
title: Anchor
horizon: {first: 2022, last: 2024}
territory: {administrations: {district: {ags: "05162", seats: 1000}}}
estate: {provider_share: 0 %}
home: {rooms: 2}
variants: {alone: {}}
)",
                                                "anchor.yaml", ".", {});
    test::Simulated run = test::simulate(set);
};

TEST_CASE("1,000 seats in two rooms take the IT power of the sanity anchor within a factor of 1.6",
          "[validation]") {
    // Anchor (A/C): 12 x 250 W hosts + 2 x 1.5 kW storage + 2 x 0.9 kW network and security + 1 kW backup
    // = 8.8 kW. The model is on the low side, about 6 kW in 2022, for two reasons that one can see: its hosts
    // are the single-socket servers of their year at some tenth of their performance, and storage, network
    // and backup are 4 kW against 5.8 kW, the latter with a full array in each room.  It must not leave the
    // factor either way.
    const Anchor anchor;
    const deploy::SiteDeployment& site = anchor.run.variant.phases[0].sites[0];
    const outcome::SiteYear& year = anchor.run.years[0].sites[0];
    CAPTURE(year.hosts, year.physical_servers, site.constant_it_w);
    CHECK(year.it_power_mean_kw > 8.8 / 1.6);
    CHECK(year.it_power_mean_kw < 8.8 * 1.6);
    // 123 MWh a year at PUE 1.6, same factor
    CHECK(year.energy.grid_mwh > 123.0 / 1.6);
    CHECK(year.energy.grid_mwh < 123.0 * 1.6);
    // 120-250 VMs per 1,000 seats, and hosts for two rooms of which either can carry all: 12 within the same
    // factor
    CHECK(site.vms >= 120);
    CHECK(site.vms <= 250);
    CHECK(year.hosts > 12.0 / 1.6);
    CHECK(year.hosts < 12.0 * 1.6);
}

TEST_CASE("hosts of a small estate idle most of the time, as surveyed", "[validation]") {
    // 10-25 % mean use for small virtualised estates; the anchor's second room holds everything once more,
    // which halves it, and its stand-alone servers are used by some percent (of 100 servers of a council
    // eight by more than 10 %, real_bodies F118).
    const Anchor anchor;
    CHECK(anchor.run.years[0].sites[0].utilisation_mean > 0.03);
    CHECK(anchor.run.years[0].sites[0].utilisation_mean < 0.25);
}

}  // namespace
}  // namespace verbund
