#include "sim/annual/embodied.hpp"

#include <memory>

#include "tests/support/catch.hpp"

namespace verbund::annual {
namespace {

using test::Approx;

EmbodiedBook round_book() {
    EmbodiedBook book;
    book.parts.chassis_kg = 1'000.0;
    book.parts.memory_kg_per_gb = 2.0;
    book.parts.network_card_kg = 100.0;
    book.parts.disk_kg_per_tb = 20.0;
    book.parts.rack_kg = 500.0;
    book.parts.building_kg_per_kw = 200.0;
    book.storage_life_years = 5.0;
    book.rack_life_years = 10.0;
    book.building_life_years = 25.0;
    return book;
}

deploy::HostTypes types() {
    deploy::HostTypes types(2);
    types[0].ram_gb = 450.0;  // 1,000 + 900 + card 100 = 2,000 kg as a host
    types[1].ram_gb = 100.0;  // 1,000 + 200 = 1,200 kg as a server that stands alone
    return types;
}

/// 3 hosts, 5 standby hosts, 6 physical servers; 80 TB; 7 of 9 racks filled, 3 by others; 50 kW built.
deploy::SiteDeployment site() {
    deploy::SiteDeployment site;
    site.pools = {{deploy::PoolKind::cluster, {{0, 3}}, {}},
                  {deploy::PoolKind::physical, {{1, 6}}, {}},
                  {deploy::PoolKind::standby, {{0, 5}}, {}, 0.25, {}}};
    site.storage_tb = 80.0;
    site.needs.of[Resource::racks] = 7.0;
    site.other_racks = 3.0;
    auto plant = std::make_shared<deploy::Plant>();
    plant->limits[Resource::it_power] = 50.0;
    plant->limits[Resource::racks] = 9.0;
    site.plant = plant;
    return site;
}

study::Study study(double refresh_years) {
    study::Study study;
    study.hosts.refresh = refresh_years * julian_years;
    study.hosts.stand_alone_refresh = 6.0 * julian_years;
    study.storage.backup_share = 100.0 * percent;
    study.storage.backup_density = 4.0;
    return study;
}

TEST_CASE("carbon of making each thing is spread over the years that it serves", "[annual]") {
    const EmbodiedYear year = embodied(round_book(), study(5.0), site(), types(), 1.0);
    CHECK(year.hosts_t == Approx(8 * 2.0 / 5 + 6 * 1.2 / 6));    // 3.2 + 1.2
    CHECK(year.storage_t == Approx(80.0 * 1.25 * 0.020 / 5.0));  // a backup copy takes a quarter: 0.4
    CHECK(year.racks_t == Approx((7 - 3) * 0.5 / 10.0));         // 0.2
    CHECK(year.building_t == Approx(50.0 * 0.2 / 25.0));         // 0.4
    CHECK(year.total_t() == Approx(5.4));
}

TEST_CASE("hosts used for eight years in place of five cost five eighths of their carbon a year",
          "[annual]") {
    const double five = embodied(round_book(), study(5.0), site(), types(), 1.0).hosts_t;
    const double eight = embodied(round_book(), study(8.0), site(), types(), 1.0).hosts_t;
    CHECK(eight - 1.2 == Approx((five - 1.2) * 5.0 / 8.0));  // physical servers stay at 1.2
}

TEST_CASE("other clients of a center answer for their part of the building", "[annual]") {
    CHECK(embodied(round_book(), study(5.0), site(), types(), 0.3).building_t == Approx(0.12));
    CHECK(embodied(round_book(), study(5.0), site(), types(), 0.3).hosts_t == Approx(4.4));
}

TEST_CASE("what found no place fills no rack, and without limits all that is needed is there", "[annual]") {
    deploy::SiteDeployment full = site();
    full.needs.of[Resource::racks] = 20.0;
    CHECK(embodied(round_book(), study(5.0), full, types(), 1.0).racks_t == Approx((9 - 3) * 0.05));
    full.plant = nullptr;
    CHECK(embodied(round_book(), study(5.0), full, types(), 1.0).racks_t == Approx((20 - 3) * 0.05));
    CHECK(embodied(round_book(), study(5.0), full, types(), 1.0).building_t == 0.0);
}

}  // namespace
}  // namespace verbund::annual
