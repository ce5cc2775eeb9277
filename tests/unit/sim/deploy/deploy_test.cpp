#include "sim/deploy/deploy.hpp"

#include <cstdlib>
#include <map>
#include <string>

#include <fmt/format.h>

#include "sim/deploy/network_plan.hpp"
#include "sim/deploy/sites.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/phases.hpp"
#include "tests/support/simulated_study.hpp"
#include "tests/unit/scenarios/small_study.hpp"

namespace verbund::deploy {
namespace {

/// Numbers of a site's year that must not depend on the years computed or on what anything is called.
std::vector<double> numbers_of(const SiteDeployment& site, const std::vector<compute::HostType>& types) {
    std::vector<double> numbers{site.needs.of[Resource::height_units],
                                site.needs.of[Resource::racks],
                                site.needs.of[Resource::it_power],
                                site.needs.of[Resource::storage],
                                site.needs.of[Resource::uplink],
                                site.constant_it_w,
                                site.host_age_years,
                                static_cast<double>(site.hosts_bought),
                                static_cast<double>(site.standby_hosts)};
    for (const Pool& pool : site.pools) {
        for (const HostSet& set : pool.hosts) {
            numbers.push_back(set.count);
            numbers.push_back(types[set.type].year);
            numbers.push_back(types[set.type].cores);
        }
    }
    if (site.plant) {
        const Limits& limits = site.plant->limits;
        numbers.insert(numbers.end(),
                       {limits[Resource::racks], limits[Resource::it_power], limits[Resource::ups],
                        limits[Resource::cooling], limits[Resource::grid], limits[Resource::storage],
                        limits[Resource::uplink]});
    }
    return numbers;
}

/// By the site's place, which is what stays when everything is renamed.
using Sites = std::map<std::pair<double, double>, std::vector<double>>;

Sites sites_of(const VariantDeployment& variant, int year) {
    Sites sites;
    for (const Deployment& deployment : variant.phases) {
        if (deployment.year != year) continue;
        for (std::size_t s = 0; s < deployment.sites.size(); ++s) {
            const Place at = variant.sites[s].at;
            sites[{at.latitude, at.longitude}] = numbers_of(deployment.sites[s], variant.host_types);
        }
    }
    return sites;
}

std::string with_all(std::string text, const std::string& from, const std::string& to) {
    for (std::size_t at = 0; (at = text.find(from, at)) != std::string::npos; at += to.size())
        text.replace(at, from.size(), to);
    return text;
}

const char* const horizon_of_small_study = "horizon: {first: 2022, last: 2030}";

TEST_CASE("a year comes out the same whichever years are computed before and after it", "[deploy]") {
    const char* const hosts = GENERATE("{}", "{installed: [2019, 2021]}", "{installed: [2021, 2024]}");
    const auto in_2030 = [&](const std::string& horizon) {
        const std::string text = with_all(test::small_study, horizon_of_small_study, horizon);
        const study::StudySet set =
            test::read_text(with_all(text, "estate:", std::string{"hosts: "} + hosts + "\nestate:"));
        return sites_of(deploy(set, set.variants[0].study), 2030);
    };
    const Sites whole = in_2030("horizon: {first: 2022, last: 2035}");
    REQUIRE(whole.size() == 4);  // two centers, two offices
    CHECK(in_2030("horizon: {first: 2028, last: 2031}") == whole);
    CHECK(in_2030("horizon: {first: 2030, last: 2030}") == whole);
    CHECK(in_2030("horizon: {first: 2018, last: 2030}") == whole);
}

TEST_CASE("only the years asked for are told, and what is built in them", "[deploy]") {
    const study::StudySet set = test::read_text(
        with_all(test::small_study, horizon_of_small_study, "horizon: {first: 2026, last: 2027}"));
    const VariantDeployment variant = deploy(set, set.variants[0].study);
    REQUIRE(variant.phases.size() == 2);
    CHECK(variant.phases[0].year == 2026);
    for (const BuildStep& step : variant.build_steps) CHECK((step.year == 2026 || step.year == 2027));
}

TEST_CASE("renaming centers and administrations changes no number", "[deploy]") {
    // The new ids sort otherwise than the old ones where the study gives their order no meaning.
    std::string renamed = with_all(test::small_study, "north", "zentrum");
    renamed = with_all(renamed, "south", "keller");
    renamed = with_all(renamed, "dormagen:", "stadt-1:");
    renamed = with_all(renamed, "neuss:", "stadt-2:");
    const study::StudySet before = test::read_text(test::small_study);
    const study::StudySet after = test::read_text(renamed);
    const VariantDeployment a = deploy(before, before.variants[0].study);
    const VariantDeployment b = deploy(after, after.variants[0].study);
    for (const int year : {2022, 2025, 2030}) CHECK(sites_of(a, year) == sites_of(b, year));
}

TEST_CASE("small rooms alike in everything but their place are renewed in turn", "[deploy]") {
    std::string towns;
    for (int i = 0; i < 100; ++i) {
        const int row = i / 10;
        towns += fmt::format("    t{}: {{seats: 40, at: {{lat: {:.2f}, lon: {:.2f}}}}}\n", i,
                             50.0 + 0.07 * row, 8.0 + 0.11 * (i % 10));
    }
    const study::StudySet set = test::read_text(
        "verbund: 1\ntitle: Towns\nhorizon: {first: 2022, last: 2022}\nhosts: {series: two-socket}\n"
        "estate: {provider_share: 0 %}\nterritory:\n  administrations:\n" +
        towns + "variants: {a: {}}\n");
    const VariantDeployment variant = deploy(set, set.variants[0].study);
    std::map<int, int> bought;
    int all = 0;
    for (const SiteDeployment& site : variant.phases[0].sites) {
        REQUIRE(site.pools[0].kind == PoolKind::cluster);
        for (const HostSet& hosts : site.pools[0].hosts) {
            bought[variant.host_types[hosts.type].year] += hosts.count;
            all += hosts.count;
        }
    }
    REQUIRE(all == 200);  // each of the hundred rooms has one host and one to spare
    REQUIRE(bought.size() == 5);
    // A fifth of 200 hosts each; drawn by lot it would be 40 +- 5.7.
    for (const auto& [year, hosts] : bought) CHECK(std::abs(hosts - 40) <= 6);
}

/// Two centers at one place that differ in their rooms, two towns and a backup site, called as told.
study::StudySet at_one_place(const std::string& large, const std::string& small) {
    return test::read_text(fmt::format(R"(verbund: 1
title: One place
horizon: {{first: 2024, last: 2026}}
territory:
  administrations:
    neuss: {{seats: 900, at: {{lat: 51.2, lon: 6.7}}}}
    dormagen: {{seats: 700, at: {{lat: 51.1, lon: 6.8}}}}
estate: {{provider_share: 0 %}}
centers:
  {0}: {{at: {{lat: 51.0, lon: 7.0}}, group: g, rooms: {{r1: {{it_power: 90 kW, racks: 20}}}}}}
  {1}: {{at: {{lat: 51.0, lon: 7.0}}, group: g, rooms: {{r1: {{it_power: 40 kW, racks: 9}}}}}}
  far: {{at: {{lat: 53.0, lon: 9.0}}, rooms: {{r1: {{}}}}}}
moves:
  everyone: {{who: all, to: "group:g", years: 2025}}
backups:
  "group:g": {{center: far, standby: warm}}
  far: {{center: "group:g", min_distance: 10 km, standby: warm}}
variants: {{a: {{}}}}
)",
                                       large, small));
}

TEST_CASE("of two centers at one place what they are decides who takes the load, not their names",
          "[deploy]") {
    // Racks given -> what runs there, and how far it is over the network
    const auto loads = [](const study::StudySet& set) {
        const study::Study& study = set.variants[0].study;
        const VariantDeployment variant = deploy(set, study);
        const NetworkPlan plan = plan_network(study, variant);
        std::map<double, std::vector<double>> found;
        for (std::size_t s = 0; s < center_count(variant.sites); ++s) {
            const SiteDeployment& site = variant.phases[2].sites[s];
            std::vector<double>& numbers = found[variant.sites[s].id == "far" ? 0.0
                                                 : site.plant ? site.plant->limits[Resource::racks]
                                                              : -1.0];
            numbers = {static_cast<double>(site.servers_asked), site.copies_gb,
                       static_cast<double>(site.standby_hosts), plan.round_trip_ms(0, s, s + 1),
                       plan.round_trip_ms(1, s, s + 1)};
        }
        return found;
    };
    const auto found = loads(at_one_place("a-large", "b-small"));
    REQUIRE(found.size() == 3);
    CHECK(loads(at_one_place("z-large", "b-small")) == found);
}

/// Two towns, the smaller one of six servers and 40 workplaces, that move to "north" in 2024; with a center
/// as the small town's own room where asked.
study::StudySet small_town(const std::string& own_room = "") {
    std::string text =
        with_all(test::small_study, "seats: 700",
                 "seats: 40, servers: 6" + std::string{own_room.empty() ? "" : ", home: keller"});
    text = with_all(text, "years: [2024, 2026]", "years: 2024");
    text = with_all(text, "moves:", own_room + "moves:");
    return test::read_text(text);
}

std::size_t home_of(const VariantDeployment& variant, double seats) {
    for (const AdministrationDeployment& a : variant.phases[0].administrations)
        if (a.seats == test::Approx(seats)) return a.home;
    throw std::logic_error{"no such office"};
}

TEST_CASE("an office keeps its firewalls and switches when its last server has gone", "[deploy]") {
    const study::StudySet set = small_town();
    const test::Simulated played = test::simulate(set);
    const std::size_t office = home_of(played.variant, 40.0);
    const Deployment& year = played.variant.phases[4];  // 2026
    const SiteDeployment& site = year.sites[office];
    CHECK(site.servers_asked == 0);
    REQUIRE(site.in_operation);
    // 40 x 1.01^4 = 41.624 workplaces: a router and two firewalls of 40 W and ceil(41.6 / 32) = 2 access
    // switches of 48 W = 216 W at all hours of 2026, one unit each.  The room was emptied in 2024 and kept
    // its own gear until the end of that year.
    CHECK(site.given_up);
    CHECK(site.constant_it_w == test::Approx(216.0));
    CHECK(site.needs.of[Resource::height_units] == 5.0);
    CHECK(site.needs.of[Resource::racks] == 1.0);
    CHECK(played.years[4].sites[office].energy.it_mwh == test::Approx(0.216 * 8.760).epsilon(1e-5));
    // The small town's own room is no longer one that runs servers: north, south and the other town's room
    // do.
    CHECK(played.years[4].summary.sites == 3.0);
}

TEST_CASE("an office keeps its gear after its own room has closed", "[deploy]") {
    const study::StudySet set = small_town(
        "  keller:\n    at: {lat: 51.09, lon: 6.84}\n    role: own\n    closed: 2026-06-01\n"
        "    rooms: {r1: {racks: 3, it_power: 12 kW, rack_power: 4 kW}}\n");
    const test::Simulated played = test::simulate(set);
    const std::size_t office = home_of(played.variant, 40.0);
    REQUIRE(played.variant.sites[office].id == "keller");
    // 2024: emptied, with its gear and its own plant; 2025: given up; 2027: router, firewalls and two access
    // switches (42.04 seats) in a room such as any office has
    CHECK(test::end_of(played.variant, 2024).sites[office].plant->limits[Resource::racks] == 3.0);
    CHECK(test::end_of(played.variant, 2024).sites[office].constant_it_w > 216.0);
    CHECK(test::end_of(played.variant, 2025).sites[office].plant->limits[Resource::racks] == 2.0);
    CHECK(test::end_of(played.variant, 2027).sites[office].constant_it_w == test::Approx(216.0));
    CHECK(played.years[5].sites[office].energy.it_mwh == test::Approx(0.216 * 8.760).epsilon(1e-5));
    CHECK(test::end_of(played.variant, 2027).sites[office].plant->limits[Resource::racks] ==
          2.0);  // one rack and half a one, whole
}

TEST_CASE("a site that holds only copies draws power for them", "[deploy]") {
    const study::StudySet set =
        test::read_text(with_all(test::small_study, "standby: warm", "standby: none"));
    const VariantDeployment variant = deploy(set, set.variants[0].study);
    const Deployment& year = variant.phases[5];  // 2027: everybody has moved
    const SiteDeployment& south = year.sites[1];
    REQUIRE(variant.sites[1].id == "south");
    CHECK(south.storage_tb > 1.0);
    CHECK(south.in_operation);
    // Gear: two routers of 200 W and two firewalls of 150 W of a center, two strips of 10 W in its one rack
    // = 720 W; 3 W a TB of copies, 100 % x 4 W a TB of the primary's data, whose outside copies lie here, 12
    // % less each of five years (0.88^5 = 0.52773), and the controllers' 600 W in the share of the 20 TB from
    // which they draw it all
    const double controllers_w = 600.0 * std::min(1.0, south.storage_tb / 20.0);
    const double outside_tb = year.sites[0].storage_tb;
    CHECK(outside_tb > south.storage_tb);
    CHECK(south.constant_it_w ==
          test::Approx(720.0 + controllers_w + 0.52773 * (3.0 * south.storage_tb + 4.0 * outside_tb))
              .epsilon(1e-4));
}

}  // namespace
}  // namespace verbund::deploy
