#include "sim/deploy/needs.hpp"

#include <utility>

#include "scenarios/read/catalog_reader.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/hand_made_site.hpp"

namespace verbund::deploy {
namespace {

using test::Approx;

/// Round figures: storage 2 W/TB and backup of half the data at 4 W/TB, a tenth less every year.
study::Study round_figures() {
    study::Study study;
    study.estate.base_year = 2022;
    study.storage.base = 600.0 * watt;
    study.storage.array_from = 20.0 * terabyte;
    study.storage.power_per_data = 2.0 * watt_per_terabyte;
    study.storage.backup_power_per_data = 4.0 * watt_per_terabyte;
    study.storage.backup_share = 50.0 * percent;
    study.storage.density_gain = 10.0 * percent_per_year;
    study.gear.base = 300.0 * watt;
    study.gear.per_host = 16.0 * watt;
    study.gear.per_seat = 0.5 * watt;
    return study;
}

/// Four hosts of 2 height units and 500 W at full load, their power the same at all loads.
class FourHosts {
public:
    FourHosts() : profiles_{test::profile_rows("office", test::DayShape{}, test::DayShape{})} {
        catalog::ServerModel server;
        server.id = "server";
        server.series = "two-socket";
        server.year = 2018;
        server.sockets = 2;
        server.cores = 32;
        server.height_units = 2;
        server.performance_ops = 3200.0;
        server.power_w.fill(500.0);
        catalog_.servers = {server, server, server};
        catalog_.servers[1].series = "one-socket";
        catalog_.servers[2].series = "entry";
        catalog_.figures = read::load_catalog().figures;
        for (catalog::Figure& figure : catalog_.figures)
            if (figure.id.starts_with("power.")) figure.value = "0 W";  // parts beyond the benchmarked
        study_ = round_figures();
        study_.hosts.real_host_factor = 1.0;
        study_.storage.per_height_unit = 40.0 * terabyte;
        study_.gear.height_units_base = 6;
        study_.home.rack_power = 1.2 * kilowatt;
        study_.facility.usable_height_units = 38;
        study_.network.sizing_factor = 1.5;
        home_.state = FederalState{5};
        home_.kind = SiteKind::home;
    }

    study::Study& study() { return study_; }
    catalog::Catalog& catalog() { return catalog_; }
    Site& home() { return home_; }

    [[nodiscard]] StaticNeeds needs(double storage_tb, int year, double other_kw = 0.0, double racks = 0.0) {
        needs_of({.storage_tb = storage_tb, .other_kw = other_kw, .other_racks = racks}, year);
        return needs_;
    }

    [[nodiscard]] const StaticNeeds& last() const { return needs_; }

    struct Asked {
        int cluster = 4;
        int physical = 0;
        int standby = 0;  ///< a quarter of them running
        double storage_tb = 0.0;
        double seats = 0.0;
        double other_kw = 0.0;
        double other_racks = 0.0;
        std::vector<compute::GearLine> kept{};
        double copies_gb = 0.0;
        double outside_copies_gb = 0.0;
        double other_gbit_s = 0.0;
    };

    /// The site with its gear and constant power counted.
    SiteDeployment needs_of(const Asked& asked, int year) {
        HostCatalog hosts(catalog_, study_);
        PatternCache patterns;
        BuildContext context;
        context.study = &study_;
        context.catalog = &catalog_;
        context.profiles = &profiles_;
        context.hosts = &hosts;
        context.patterns = &patterns;
        SiteDemand demand;
        SiteAsk ask;
        ask.site = &home_;
        ask.demand = &demand;
        ask.home_seats = asked.seats;
        ask.phase = whole_year(year);
        SiteDeployment site;
        const std::uint32_t type = hosts.on_offer(2018).front();
        site.pools = {{PoolKind::cluster, {{type, asked.cluster}}, {{5, 0, 100.0, 0.0}}},
                      {PoolKind::physical, {{type, asked.physical}}, {}},
                      {PoolKind::standby, {{type, asked.standby}}, {}, 0.25, {}}};
        site.servers_asked = asked.cluster + asked.physical;
        site.standby_hosts_asked = asked.standby;
        site.storage_tb = asked.storage_tb;
        site.copies_gb = asked.copies_gb;
        site.outside_copies_gb = asked.outside_copies_gb;
        site.other_gbit_s = asked.other_gbit_s;
        site.other_it_w = asked.other_kw * 1e3;
        site.other_racks = asked.other_racks;
        site.replication_gbit_s = 0.25;
        site.replication_sent_gbit_s = 0.4;
        site.traffic_gbit_s = {{5, 0, 2.0, 0.0}};
        site.gear = asked.kept;
        needs_ = static_needs(context, ask, site);
        return site;
    }

private:
    catalog::Catalog catalog_;
    study::Study study_;
    workload::ProfileSet profiles_;
    Site home_;
    StaticNeeds needs_;
};

TEST_CASE("gear stated as power draws by site, by running host and by the people in the building",
          "[deploy]") {
    // No data: 300 W, 4 + 2 + a quarter of 4 = 7 running hosts x 16 W, 100 seats x 0.5 W.  A second copy of
    // the room has gear of its own.
    FourHosts site;
    const FourHosts::Asked seven{.physical = 2, .standby = 4};
    FourHosts::Asked with_people = seven;
    with_people.seats = 100.0;
    CHECK(site.needs_of(with_people, 2022).constant_it_w == Approx(300.0 + 112.0 + 50.0));
    CHECK(site.needs_of(with_people, 2022).gear.empty());
    site.study().home.rooms = 2;
    CHECK(site.needs_of(seven, 2022).constant_it_w == Approx(600.0 + 112.0));
}

TEST_CASE("storage draws for its controllers and for every terabyte with its backup", "[deploy]") {
    // 40 TB: 600 W + 40 x (2 + 0.5 x 4) = 160 W; two years later 0.81 of the 160.  10 TB of a small array:
    // half the controllers and 40 W.
    FourHosts site;
    site.study().gear.per_host = Power{};
    const auto watts = [&](double storage_tb, int year) {
        return site.needs_of({.storage_tb = storage_tb}, year).constant_it_w;
    };
    const double gear_w = 300.0;
    CHECK(watts(40.0, 2022) == Approx(gear_w + 600.0 + 160.0));
    CHECK(watts(40.0, 2024) == Approx(gear_w + 600.0 + 129.6));
    CHECK(watts(10.0, 2022) == Approx(gear_w + 300.0 + 40.0));
    CHECK(watts(0.0, 2022) == Approx(gear_w));
}

TEST_CASE("others' outside copies take backup disks where they lie, replicas take none", "[deploy]") {
    // Of 40 TB 30 are replicas: 10 TB are backed up.  Outside copies of 50 TB: 60 TB, at 50 % of 4 W each.
    FourHosts site;
    site.study().gear.per_host = Power{};
    const auto watts = [&](const FourHosts::Asked& asked) {
        return site.needs_of(asked, 2022).constant_it_w;
    };
    const double replicas_w = watts({.storage_tb = 40.0, .copies_gb = 30'000.0});
    CHECK(replicas_w == Approx(300.0 + 600.0 + 40.0 * 2.0 + 10.0 * 2.0));
    CHECK(watts({.storage_tb = 40.0, .copies_gb = 30'000.0, .outside_copies_gb = 50'000.0}) ==
          Approx(replicas_w + 50.0 * 2.0));
    // Nothing else: disks without an array.
    SiteDeployment copies;
    copies.outside_copies_gb = 50'000.0;
    CHECK(backup_tb(site.study().storage, copies) == Approx(25.0));  // at half a TB each
    CHECK(holds_anything(copies));
}

TEST_CASE("a center's line carries the users of its other clients, too", "[deploy]") {
    FourHosts site;
    const auto uplink = [&](double other) {
        static_cast<void>(site.needs_of({.other_gbit_s = other}, 2022));
        return site.last().of[Resource::uplink];
    };
    CHECK(uplink(3.0) - uplink(0.0) == Approx(3.0 * site.study().network.sizing_factor));
}

/// A switch pair of 96 W and 1 unit for each dozen of hosts, a firewall of 40 W for the office, two strips of
/// 10 W a rack.
std::vector<catalog::GearDevice> three_devices() {
    catalog::GearDevice pair;
    pair.id = "switch";
    pair.place = catalog::GearPlace::room;
    pair.per = catalog::GearBasis::hosts;
    pair.each = 12.0;
    pair.count = 2;
    pair.power_w.mid = 96.0;
    catalog::GearDevice firewall;
    firewall.id = "firewall";
    firewall.place = catalog::GearPlace::office;
    firewall.per = catalog::GearBasis::office;
    firewall.power_w.mid = 40.0;
    catalog::GearDevice strip;
    strip.id = "strip";
    strip.per = catalog::GearBasis::racks;
    strip.each = 1.0;
    strip.count = 2;
    strip.height_units = 0;
    strip.power_w.mid = 10.0;
    return {pair, firewall, strip};
}

TEST_CASE("gear is the devices of the catalog, those of the racks last", "[deploy]") {
    // Four hosts of 500 W and 3 units of gear (232 W) in racks of 1.2 kW: two hosts in each, the gear beside
    // them; two racks, so four strips: 2 x 96 + 40 + 4 x 10 = 272 W and 4 x 2 + 3 = 11 units.
    FourHosts site;
    site.study().gear.base.reset();
    site.catalog().gear = three_devices();
    const SiteDeployment counted = site.needs_of({.seats = 20.0}, 2022);
    CHECK(counted.gear_w == Approx(272.0));
    CHECK(counted.constant_it_w == Approx(272.0));
    CHECK(site.needs(0.0, 2022).of[Resource::racks] == 2.0);
    // Without people there is no firewall: 10 units.
    CHECK(site.needs(0.0, 2022).of[Resource::height_units] == 10.0);
    // Two rooms of two hosts: a pair in each.  The 5 units of 424 / 5 = 84.8 W leave one for a third rack, so
    // each room has begun its second: four strips in each.
    site.study().home.rooms = 2;
    CHECK(site.needs_of({.seats = 20.0}, 2022).gear_w == Approx(4 * 96.0 + 40.0 + 8 * 10.0));
}

TEST_CASE("a room that holds nothing counts what is left in it and what the office needs", "[deploy]") {
    FourHosts site;
    site.study().gear.base.reset();
    site.catalog().gear = three_devices();
    const FourHosts::Asked emptied{.cluster = 0, .seats = 20.0, .kept = {{0, true, 2}}};
    CHECK(site.needs_of(emptied, 2022).gear_w == Approx(2 * 96.0 + 40.0));
    CHECK(site.needs_of({.cluster = 0, .seats = 20.0}, 2022).gear_w == Approx(40.0));
    // What was kept is not kept beside what a room in use is given.
    CHECK(site.needs_of({.kept = {{0, true, 8}}}, 2022).gear_w == Approx(2 * 96.0 + 4 * 10.0));
}

TEST_CASE("height units are those of hosts, gear and whole drive shelves", "[deploy]") {
    // 4 x 2 + 6 = 14.  80 TB with half a backup copy on disks four times as dense: 90 TB at 40 TB a unit are
    // 2.25 units, two shelves of two; two years later at 40 / 0.81 = 49.4 TB a unit 1.82 units, one shelf.
    FourHosts four;
    CHECK(four.needs(0.0, 2022).of[Resource::height_units] == 14.0);
    CHECK(four.needs(80.0, 2022).of[Resource::height_units] == 18.0);
    CHECK(four.needs(80.0, 2024).of[Resource::height_units] == 16.0);
    CHECK(four.needs(80.0, 2022).of[Resource::storage] == 80.0);
}

TEST_CASE("how dense backup disks are and how high a shelf is, the study says", "[deploy]") {
    // 80 TB with half a backup copy: 80 + 40 / 2 = 100 TB at 40 TB a unit are 2.5 units, one shelf of three;
    // as dense as flash 120 TB, three units, still one; half as dense 160 TB, four units, two shelves.
    FourHosts four;
    four.study().storage.shelf_height_units = 3;
    for (const auto& [density, shelves] : {std::pair{2.0, 1.0}, {1.0, 1.0}, {0.5, 2.0}}) {
        four.study().storage.backup_density = density;
        CHECK(four.needs(80.0, 2022).of[Resource::height_units] == 14.0 + 3.0 * shelves);
    }
}

TEST_CASE("racks are filled up to their power, and the peak is that of hosts and gear", "[deploy]") {
    // 1.2 kW a rack: two hosts of 500 W in each of two racks, which leaves 200 W beside each pair for four of
    // the six units of gear, 50 W each.  By height 4 x 2 + 6 = 14 units go into one rack of 38.
    FourHosts four;
    const StaticNeeds needs = four.needs(0.0, 2022);
    CHECK(needs.of[Resource::racks] == 2.0);
    CHECK(needs.racks_by_space == 1.0);
    CHECK(needs.racks_bound_by() == Resource::rack_power);
    CHECK(needs.of[Resource::rack_power] == Approx(2.4));
    CHECK(needs.overloaded_racks == 0.0);
    // Gear: 300 W and 4 x 16 W for ports.
    CHECK(four.needs(0.0, 2022).of[Resource::it_power] == Approx(4 * 0.5 + 0.364));
    // 2 Gbit/s of users and the larger of 0.25 received and 0.4 sent, times 1.5.
    CHECK(four.needs(0.0, 2022).of[Resource::uplink] == Approx((2.0 + 0.4) * 1.5));
}

TEST_CASE("other clients need IT power and whole racks of their own, at the power that racks may draw",
          "[deploy]") {
    // 10 kW in 9 racks beside the two of 1.2 kW each: 11 racks, 13.2 kW, 14 + 9 x 38 height units.
    FourHosts four;
    const StaticNeeds alone = four.needs(0.0, 2022);
    const StaticNeeds shared = four.needs(0.0, 2022, 10.0, 9.0);
    CHECK(shared.of[Resource::it_power] == Approx(alone.of[Resource::it_power] + 10.0));
    CHECK(shared.of[Resource::racks] == 11.0);
    CHECK(shared.racks_by_space == 10.0);
    CHECK(shared.of[Resource::rack_power] == Approx(13.2));
    CHECK(shared.of[Resource::height_units] == 14.0 + 9.0 * 38.0);
    CHECK(shared.of[Resource::uplink] == alone.of[Resource::uplink]);
}

}  // namespace
}  // namespace verbund::deploy
