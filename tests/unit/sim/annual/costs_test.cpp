#include "sim/annual/costs.hpp"

#include <cmath>
#include <memory>

#include "tests/support/catch.hpp"
#include "tests/support/hand_made_site.hpp"

namespace verbund {
namespace {

using test::Approx;

/// Prices that differ in every place, so that none can stand in for another.
annual::CostBook round_prices() {
    annual::CostBook book;
    book.storage_eur_per_tb = 300.0;
    book.backup_eur_per_tb = 100.0;
    book.licence_eur_per_core = 50.0;
    book.small_room_eur_per_kw = 9'000.0;
    book.center_eur_per_kw = 6'000.0;
    book.route_eur_per_km = 2'300.0;
    book.staff_eur_per_year = 80'000.0;
    book.servers_per_staff_small = 50.0;
    book.servers_per_staff_center = 200.0;
    book.storage_life_years = 6.0;
    book.building_life_years = 15.0;
    return book;
}

std::vector<compute::HostType> host_types() {
    const std::array<double, 11> any{};
    std::vector<compute::HostType> types(3, test::host_type(1.0, any));
    types[0].series = "two-socket";
    types[0].cores = 32;
    types[0].price_eur = 20'000.0;
    types[1].series = "one-socket";
    types[1].cores = 16;
    types[1].price_eur = 12'000.0;
    types[2].series = "entry";
    types[2].cores = 8;
    types[2].price_eur = 4'000.0;
    return types;
}

/// 3 two-socket and 1 one-socket hosts, 2 physical servers, 4 one-socket standby hosts; 30 TB; 100 servers.
deploy::SiteDeployment site() {
    deploy::SiteDeployment site;
    site.pools = {{deploy::PoolKind::cluster, {{0, 3}, {1, 1}}, {}},
                  {deploy::PoolKind::physical, {{2, 2}}, {}},
                  {deploy::PoolKind::standby, {{1, 4}}, {}, 0.25, {}}};
    site.storage_tb = 30.0;
    site.servers_placed = 100;
    auto plant = std::make_shared<deploy::Plant>();
    plant->limits[Resource::it_power] = 40.0;
    site.plant = plant;
    return site;
}

study::Study base_2022() {
    study::Study study;
    study.estate.base_year = 2022;
    study.storage.density_gain = 10.0 * percent_per_year;
    study.storage.backup_share = 50.0 * percent;
    return study;
}

outcome::Cost cost(const deploy::SiteDeployment& site, int year, const study::Center* center) {
    deploy::Site where;
    where.center = center;
    return annual::capacity_cost(round_prices(), base_2022(), where, site, host_types(), year);
}

TEST_CASE("hosts are bought over their life, and every core but a physical server's is licensed",
          "[annual]") {
    // Hosts (3 x 20,000 + (1 + 4) x 12,000) / 5 years = 24,000 EUR/a, stand-alone servers 2 x 4,000 / 6.
    // Licences of standby hosts are paid as well: (3 x 32 + 1 x 16 + 4 x 16) cores x 50 = 8,800 EUR/a.
    deploy::SiteDeployment without_data = site();
    without_data.storage_tb = 0.0;
    CHECK(cost(without_data, 2022, nullptr).hardware_eur == Approx(24'000.0 + 8'000.0 / 6.0 + 8'800.0));
}

TEST_CASE("storage and its backup get cheaper from year to year", "[annual]") {
    // 30 TB x (300 + half a backup copy at 100) = 10,500 EUR over 6 years: 1,750 EUR/a; two years later
    // 0.9^2 of it.
    deploy::SiteDeployment data = site();
    data.pools.clear();
    CHECK(cost(data, 2022, nullptr).hardware_eur == Approx(1'750.0));
    CHECK(cost(data, 2024, nullptr).hardware_eur == Approx(1'750.0 * 0.81));
}

TEST_CASE("a kilowatt built and a person cost by the kind of site", "[annual]") {
    // 40 kW x 9,000 / 15 years = 24,000; 100 servers / 50 x 80,000 = 160,000.  In a shared center
    // 40 x 6,000 / 15 = 16,000 and 100 / 200 x 80,000 = 40,000.
    study::Center center;
    center.role = study::CenterRole::shared;
    study::Center own;
    own.role = study::CenterRole::own;
    CHECK(cost(site(), 2022, nullptr).building_eur == Approx(24'000.0));
    CHECK(cost(site(), 2022, nullptr).staff_eur == Approx(160'000.0));
    CHECK(cost(site(), 2022, &own).building_eur == Approx(24'000.0));
    CHECK(cost(site(), 2022, &own).staff_eur == Approx(160'000.0));
    CHECK(cost(site(), 2022, &center).building_eur == Approx(16'000.0));
    CHECK(cost(site(), 2022, &center).staff_eur == Approx(40'000.0));
    center.role = study::CenterRole::provider;
    CHECK(cost(site(), 2022, &center).staff_eur == Approx(40'000.0));
}

TEST_CASE("two routes are paid by the kilometre of air line", "[annual]") {
    CHECK(annual::two_routes_eur(round_prices(), 10.0 * kilometre) == Approx(46'000.0));
}

}  // namespace
}  // namespace verbund
