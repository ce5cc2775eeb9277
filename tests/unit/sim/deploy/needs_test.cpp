#include "sim/deploy/needs.hpp"

#include <utility>

#include "scenarios/read/catalog_reader.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/hand_made_site.hpp"

namespace verbund::deploy {
namespace {

using test::Approx;

/// 4 hosts in a cluster, 2 physical servers, 4 standby hosts of which one runs.
SiteDeployment seven_running_hosts() {
    SiteDeployment site;
    site.pools = {{PoolKind::cluster, {{0, 4}}, {}},
                  {PoolKind::physical, {{0, 2}}, {}},
                  {PoolKind::standby, {{0, 4}}, {}, 0.25, {}}};
    return site;
}

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

TEST_CASE("gear draws by site, by running host and by the people in the building", "[deploy]") {
    // No data: 300 W, 7 running hosts x 16 W, 100 seats x 0.5 W.  A second copy of the room has gear of its
    // own.
    const SiteDeployment site = seven_running_hosts();
    CHECK(constant_it_w(round_figures(), site, 100.0, 1, 2022) == Approx(300.0 + 112.0 + 50.0));
    CHECK(constant_it_w(round_figures(), site, 0.0, 2, 2022) == Approx(600.0 + 112.0));
}

TEST_CASE("storage draws for its controllers and for every terabyte with its backup", "[deploy]") {
    // 40 TB: 600 W + 40 x (2 + 0.5 x 4) = 160 W; two years later 0.81 of the 160.  10 TB of a small array:
    // half the controllers and 40 W.
    SiteDeployment site;
    const double gear_w = 300.0;
    site.storage_tb = 40.0;
    CHECK(constant_it_w(round_figures(), site, 0.0, 1, 2022) == Approx(gear_w + 600.0 + 160.0));
    CHECK(constant_it_w(round_figures(), site, 0.0, 1, 2024) == Approx(gear_w + 600.0 + 129.6));
    site.storage_tb = 10.0;
    CHECK(constant_it_w(round_figures(), site, 0.0, 1, 2022) == Approx(gear_w + 300.0 + 40.0));
    site.storage_tb = 0.0;
    CHECK(constant_it_w(round_figures(), site, 0.0, 1, 2022) == Approx(gear_w));
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

    [[nodiscard]] StaticNeeds needs(double storage_tb, int year) {
        HostCatalog hosts(catalog_, study_.hosts);
        PatternCache patterns;
        BuildContext context;
        context.study = &study_;
        context.catalog = &catalog_;
        context.profiles = &profiles_;
        context.hosts = &hosts;
        context.patterns = &patterns;
        SiteDeployment site;
        site.pools = {{PoolKind::cluster, {{hosts.index("two-socket", 2018), 4}}, {{5, 0, 100.0, 0.0}}}};
        site.storage_tb = storage_tb;
        site.constant_it_w = 450.0;
        site.replication_gbit_s = 0.25;
        site.replication_sent_gbit_s = 0.4;
        site.traffic_gbit_s = {{5, 0, 2.0, 0.0}};
        return static_needs(context, home_, site, year);
    }

private:
    catalog::Catalog catalog_;
    study::Study study_;
    workload::ProfileSet profiles_;
    Site home_;
};

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
    CHECK(four.needs(0.0, 2022).of[Resource::it_power] == Approx(4 * 0.5 + 0.45));
    // 2 Gbit/s of users and the larger of 0.25 received and 0.4 sent, times 1.5.
    CHECK(four.needs(0.0, 2022).of[Resource::uplink] == Approx((2.0 + 0.4) * 1.5));
}

}  // namespace
}  // namespace verbund::deploy
