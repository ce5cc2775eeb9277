#include "sim/annual/annual.hpp"

#include <algorithm>
#include <cmath>
#include <memory>

#include "tests/support/catch.hpp"
#include "tests/support/hand_made_year.hpp"

namespace verbund {
namespace {

using test::Approx;
using test::HandMadeYear;

constexpr double year_hours = 8760.0;  // 2026 and 2027
constexpr std::size_t center = HandMadeYear::center;
constexpr std::size_t backup = HandMadeYear::backup;
constexpr std::size_t home = HandMadeYear::home;

TEST_CASE("energy of a site is the sum of its rooms", "[annual]") {
    // Center: 2 kW IT, auxiliary 10 % of IT, heat = IT (no UPS, no distribution loss), 0.5 of it as cooling
    // in either room: 2 x 1.6 = 3.2 kW from the grid.  Backup 1 x 1.6, home 0.5 x 1.6.
    const annual::YearOutcome year = HandMadeYear(2026).simulate();
    CHECK(year.sites[center].energy.it_mwh == Approx(2.0 * year_hours / 1e3));
    CHECK(year.sites[center].energy.auxiliary_mwh == Approx(0.2 * year_hours / 1e3));
    CHECK(year.sites[center].energy.cooling_mwh == Approx(1.0 * year_hours / 1e3));
    CHECK(year.sites[center].energy.grid_mwh == Approx(3.2 * year_hours / 1e3));
    CHECK(year.sites[backup].energy.grid_mwh == Approx(1.6 * year_hours / 1e3));
    CHECK(year.sites[home].energy.grid_mwh == Approx(0.8 * year_hours / 1e3));
    CHECK(year.summary.energy.it_mwh == Approx(3.5 * year_hours / 1e3));
    CHECK(year.summary.energy.auxiliary_mwh == Approx(0.35 * year_hours / 1e3));
    CHECK(year.summary.energy.cooling_mwh == Approx(1.75 * year_hours / 1e3));
    CHECK(year.summary.energy.grid_mwh == Approx(5.6 * year_hours / 1e3));
    CHECK(year.summary.pue == Approx(1.6));
    CHECK(year.summary.it_power_mean_kw == Approx(3.5));
    CHECK(year.summary.it_power_peak_kw == Approx(3.5));
    CHECK(year.summary.grid_power_mean_kw == Approx(5.6));
    CHECK(year.summary.grid_power_peak_kw == Approx(5.6));
    CHECK(year.summary.energy_per_workplace_kwh == Approx(5.6 * year_hours / 40.0));
}

TEST_CASE("losses of UPS, distribution and transformer are told apart and summed", "[annual]") {
    HandMadeYear made(2026);
    auto plant = std::make_shared<deploy::Plant>(*made.site(backup).plant);
    facility::ChainPlant& chain = plant->rooms[0].chain;
    chain.rules = {.distribution_share = 0.02,
                   .auxiliary_share = 0.1,
                   .transformer_no_load_share = 0.01,
                   .transformer_load_share = 0.04};
    chain.ups = {.id = "ups", .name = "", .a0 = 0.01, .a1 = 0.02, .a2 = 0.04, .evidence = {}};
    chain.ups_installed = 2040.0 * watt;
    chain.transformer_rating = 4000.0 * watt;
    made.site(backup).plant = plant;
    const annual::YearOutcome year = made.simulate();
    // IT 1000 W; distribution 20 W; UPS at half load: 2040 x (0.01 + 0.01 + 0.01) = 61.2 W; auxiliary 100 W;
    // heat 1081.2 W, cooling 540.6 W; transformer load 1721.8 W:
    // 4000 x (0.01 + 0.04 x 0.43045^2) = 69.6458... W.
    const double share = 1721.8 / 4000.0;
    const double transformer = 4000.0 * (0.01 + 0.04 * share * share);
    const outcome::EnergyParts& e = year.sites[backup].energy;
    CHECK(e.distribution_mwh == Approx(20.0 * year_hours / 1e6));
    CHECK(e.ups_mwh == Approx(61.2 * year_hours / 1e6));
    CHECK(e.auxiliary_mwh == Approx(100.0 * year_hours / 1e6));
    CHECK(e.cooling_mwh == Approx(540.6 * year_hours / 1e6));
    CHECK(e.transformer_mwh == Approx(transformer * year_hours / 1e6));
    CHECK(e.grid_mwh == Approx((1721.8 + transformer) * year_hours / 1e6));
    CHECK(year.summary.energy.distribution_mwh == Approx(e.distribution_mwh));
    CHECK(year.summary.energy.ups_mwh == Approx(e.ups_mwh));
    CHECK(year.summary.energy.transformer_mwh == Approx(e.transformer_mwh));
    CHECK(year.sites[backup].resources[Resource::ups].need == Approx(1.02));
    CHECK(year.sites[backup].ups_load_share == Approx(0.5));  // 1,020 of 2,040 W
    CHECK(year.sites[backup].cer == Approx(2.0));             // 1,081.2 / 540.6 W
    CHECK(year.sites[backup].resources[Resource::cooling].need == Approx(1.0812));
    CHECK(year.sites[backup].pue == Approx((1721.8 + transformer) / 1000.0));
}

TEST_CASE("metrics by their standard names follow from energy, CO2 and what was built", "[annual]") {
    // Half a unit of electricity per unit of heat: CER 2.  3.2 kW from the grid at 400 g over 2 kW of IT: CUE
    // 0.64 kg/kWh; all sites alike.  A quarter is renewable.  4 kW built, 2 kW used; no limit of height
    // units.
    HandMadeYear made(2026);
    const annual::YearOutcome year = made.simulate();
    CHECK(year.sites[center].cer == Approx(2.0));
    CHECK(year.sites[center].cue_kg_per_kwh == Approx(0.64));
    CHECK(year.sites[center].ref == Approx(0.25));
    CHECK(year.sites[center].stranded_it_power_kw == Approx(2.0));
    CHECK(std::isnan(year.sites[center].stranded_height_units));
    CHECK(std::isnan(year.sites[center].ups_load_share));  // no UPS there
    CHECK(year.summary.cer == Approx(2.0));
    CHECK(year.summary.cue_kg_per_kwh == Approx(0.64));
    CHECK(year.summary.ref == Approx(0.25));
    CHECK(HandMadeYear(2027).simulate().summary.ref == Approx(0.75));
    // Of 10 height units 4 are filled; a limit that is missed leaves nothing idle.
    auto plant = std::make_shared<deploy::Plant>(*made.site(center).plant);
    plant->limits[Resource::height_units] = 10.0;
    plant->limits[Resource::it_power] = 1.5;
    plant->generators = {250.0, 2};
    made.site(center).plant = plant;
    made.site(center).needs.of[Resource::height_units] = 4.0;
    CHECK(made.simulate().sites[center].stranded_height_units == Approx(6.0));
    CHECK(made.simulate().sites[center].stranded_it_power_kw == 0.0);
    // A shared center of class 2 has a generator, and batteries of 10 minutes until it runs.
    CHECK(made.simulate().sites[center].generator_kva == 500.0);
    CHECK(made.simulate().sites[center].ups_autonomy_min == Approx(10.0));
    // Its connection carries 100 kW, for 48 hours at 0.27 l/kWh.
    plant->limits[Resource::grid] = 100.0;
    CHECK(made.simulate().sites[center].generator_fuel_l == Approx(100.0 * 48.0 * 0.27));
    CHECK(std::isnan(year.sites[center].generator_fuel_l));
}

TEST_CASE("servers are as effective as their work at full load over the power that it takes", "[annual]") {
    HandMadeYear made(2026);
    const double before = made.simulate().sites[center].iteesv_ops_per_w;
    made.draw_more_when_busy();  // hosts draw 350 instead of 250 W at full load
    // 4 hosts and 2 physical servers of 100 W each.
    CHECK(made.simulate().sites[center].iteesv_ops_per_w == Approx(before * 1'200.0 / 1'600.0));
    CHECK(std::isnan(made.simulate().sites[backup].iteesv_ops_per_w));  // its hosts only wait
}

TEST_CASE("each administration is told its part of the centers' energy", "[annual]") {
    HandMadeYear made(2026);
    made.deployment().administrations[0].parts = {{.site = center, .servers = 3}};
    const annual::YearOutcome year = made.simulate();
    CHECK(year.administrations[0].center_grid_energy_mwh == Approx((3.2 + 1.6) * year_hours / 1e3));
}

TEST_CASE("price and emissions by the hour keep their level and follow what is drawn when", "[annual]") {
    std::array<double, 24> night{};
    std::fill_n(night.begin(), 12, 3.0);  // 1.5 and 0.5 of the mean
    std::fill_n(night.begin() + 12, 12, 1.0);
    HandMadeYear even(2026);
    even.move_by_hour(night, night);
    // The same at all hours: what the level says.
    CHECK(even.simulate().sites[center].cost.energy_eur == Approx(28'032.0 * 0.20 * 1.19));
    CHECK(even.simulate().sites[center].co2_location_t == Approx(28.032 * 0.4));
    HandMadeYear busy(2026);
    busy.draw_more_when_busy();  // at 10:00 of workdays
    const annual::YearOutcome flat = busy.simulate();
    busy.move_by_hour(night, night);
    const annual::YearOutcome shaped = busy.simulate();
    const double more_mwh = flat.sites[center].energy.grid_mwh - 28.032;
    REQUIRE(more_mwh > 0.1);
    CHECK(shaped.sites[center].energy.grid_mwh == flat.sites[center].energy.grid_mwh);
    CHECK(shaped.sites[center].cost.energy_eur == Approx((28'032.0 + 1'500.0 * more_mwh) * 0.20 * 1.19));
    CHECK(shaped.sites[center].co2_location_t == Approx((28.032 + 1.5 * more_mwh) * 0.4));
}

TEST_CASE("metered power is billed by the peak, at medium voltage with a transformer of one's own",
          "[annual]") {
    HandMadeYear made(2026);
    auto plant = std::make_shared<deploy::Plant>(*made.site(center).plant);
    plant->limits[Resource::grid] = 10.0;
    made.site(center).plant = plant;
    made.site(center).constant_it_w += 18'000.0;  // 20 kW of IT, 32 from the grid
    made.prices().demand_medium_eur_per_kw = 120.0;
    made.prices().demand_low_eur_per_kw = 150.0;
    made.prices().demand_contained_hours = 6000.0;
    const double mwh = 32.0 * year_hours / 1e3;
    const double metered = 1.0 - 100.0 / mwh;
    const auto bill = [&](double charge) {
        return (mwh * 200.0 + metered * (charge * 32.0 - 120.0 * mwh * 1e3 / 6000.0)) * 1.19;
    };
    CHECK(made.simulate().sites[center].cost.energy_eur == Approx(bill(150.0)));
    plant->limits[Resource::grid] = 400.0;
    CHECK(made.simulate().sites[center].cost.energy_eur == Approx(bill(120.0)));
    // Others below 100 MWh: by energy alone.
    CHECK(made.simulate().sites[backup].cost.energy_eur == Approx(1.6 * year_hours * 0.20 * 1.19));
}

TEST_CASE("electricity is billed with value-added tax", "[annual]") {
    // 3.2 kW x 8760 h = 28,032 kWh x 20 ct x 1.19
    const annual::YearOutcome year = HandMadeYear(2026).simulate();
    CHECK(year.sites[center].cost.energy_eur == Approx(28'032.0 * 0.20 * 1.19));
    CHECK(year.summary.cost.energy_eur == Approx(5.6 * year_hours * 0.20 * 1.19));
}

TEST_CASE("the cost of a year is the sum of its parts over all sites", "[annual]") {
    // With 19 % tax on all but staff.  Hosts at 10,000 EUR over 5 years and servers at 1,000 EUR over 6,
    // storage at 300 EUR/TB over 6 years, backup copies free:
    //   center 4 x 2,000 + 2 x 1,000 / 6 + 30 x 50 = 9,833.33; backup 4 x 2,000 + 20 x 50 = 9,000; home
    //   2,000.
    // 32 cores at 10 EUR/a: 1,280 + 1,280 + 320.
    // Rooms over 15 years: center 4 kW and backup 2 kW at 6,000, home 1 kW of class 1 at 9,000 EUR: 1,600 +
    // 800
    // + 600.
    // Staff: 100, 4 (standby hosts) and 10 of 200 a position at 80,000 EUR/a.  Routes: 2 x 111.3 km x 100
    // EUR/km.
    constexpr double gross = 1.19;
    const annual::YearOutcome year = HandMadeYear(2026).with_prices().simulate();
    CHECK(year.sites[center].cost.hardware_eur == Approx(gross * (9'500.0 + 2'000.0 / 6.0)));
    CHECK(year.sites[backup].cost.hardware_eur == Approx(gross * 9'000.0));
    CHECK(year.sites[home].cost.hardware_eur == Approx(gross * 2'000.0));
    const outcome::Cost& sum = year.summary.cost;
    const double hardware_eur = gross * (20'500.0 + 2'000.0 / 6.0);
    CHECK(sum.hardware_eur == Approx(hardware_eur));
    CHECK(sum.licences_eur == Approx(gross * 2'880.0));
    CHECK(sum.building_eur == Approx(gross * 3'000.0));
    CHECK(sum.staff_eur == Approx(45'600.0));
    CHECK(sum.network_eur == Approx(gross * 22'260.0).epsilon(1e-3));
    CHECK(year.sites[backup].cost.network_eur == sum.network_eur);
    const double energy_eur = 5.6 * year_hours * 0.20 * gross;
    CHECK(sum.total_eur == Approx(energy_eur + hardware_eur + gross * 5'880.0 + 45'600.0 + sum.network_eur));
    const outcome::Cost& one = year.sites[center].cost;
    CHECK(one.total_eur ==
          Approx(one.energy_eur + one.hardware_eur + gross * (1'280.0 + 1'600.0) + 40'000.0));
    CHECK(year.summary.co2_embodied_t ==
          Approx(1.5 * (9 / 5.0 + 2 / 6.0)));  // 9 hosts, 2 servers, 1.5 t each
}

TEST_CASE("an administration pays its own room and its share of the centers", "[annual]") {
    // The only one pays for all of it.
    const annual::YearOutcome year = HandMadeYear(2026).with_prices().simulate();
    CHECK(year.administrations[0].cost_eur == Approx(year.summary.cost.total_eur));
}

TEST_CASE("location-based emissions follow the grid, market-based ones what is bought", "[annual]") {
    // 2026: 400 g; a quarter is renewable with 20 g upstream: 0.75 x 400 + 0.25 x 20 = 305 g.
    // 2027: 300 g; three quarters are: 0.25 x 300 + 0.75 x 20 = 90 g.
    const double mwh = 5.6 * year_hours / 1e3;
    const annual::YearOutcome before = HandMadeYear(2026).simulate();
    CHECK(before.sites[center].co2_location_t == Approx(28.032 * 0.400));
    CHECK(before.sites[center].co2_market_t == Approx(28.032 * 0.305));
    CHECK(before.summary.co2_location_t == Approx(mwh * 0.400));
    CHECK(before.summary.co2_market_t == Approx(mwh * 0.305));
    const annual::YearOutcome after = HandMadeYear(2027).simulate();
    CHECK(after.summary.co2_location_t == Approx(mwh * 0.300));
    CHECK(after.summary.co2_market_t == Approx(mwh * 0.090));
}

TEST_CASE("the renewable share of 2027 holds from 2027 on, and a center's own share always", "[annual]") {
    study::Economics economics;
    economics.renewable_share = 25.0 * percent;
    economics.renewable_share_from_2027 = 75.0 * percent;
    study::Center stated;
    CHECK(annual::renewable_share(economics, nullptr, 2026) == Approx(0.25));
    CHECK(annual::renewable_share(economics, &stated, 2027) == Approx(0.75));
    CHECK(annual::renewable_share(economics, nullptr, 2028) == Approx(0.75));
    stated.renewable_share = 60.0 * percent;
    CHECK(annual::renewable_share(economics, &stated, 2026) == Approx(0.60));
    CHECK(annual::renewable_share(economics, &stated, 2027) == Approx(0.60));
}

TEST_CASE("what is asked beyond the limits raises the needs of UPS, cooling and grid alike", "[annual]") {
    // 1 kW runs and 3 kW were asked: heat 1 kW and grid 1.6 kW, times three.
    HandMadeYear made(2026);
    made.site(backup).needs.of[Resource::it_power] = 3.0;
    made.site(backup).needs.of[Resource::racks] = 2.0;
    made.site(backup).needs.of[Resource::height_units] = 21.0;
    made.site(backup).needs.of[Resource::storage] = 25.0;
    made.site(backup).needs.of[Resource::uplink] = 0.7;
    const outcome::SiteYear site = made.simulate().sites[backup];
    CHECK(site.resources[Resource::it_power].need == Approx(3.0));
    CHECK(site.resources[Resource::ups].need == Approx(3.0));
    CHECK(site.resources[Resource::cooling].need == Approx(3.0));
    CHECK(site.resources[Resource::grid].need == Approx(4.8));
    CHECK(site.resources[Resource::it_power].limit == Approx(2.0));
    CHECK(site.resources[Resource::racks].need == 2.0);
    CHECK(site.resources[Resource::height_units].need == 21.0);
    CHECK(site.resources[Resource::storage].need == 25.0);
    CHECK(site.resources[Resource::uplink].need == 0.7);
    CHECK(site.energy.it_mwh == Approx(1.0 * year_hours / 1e3));  // what does not run uses nothing
}

TEST_CASE("the tightest limit is the one with the largest share, whatever its unit", "[annual]") {
    // IT 2 of 4 kW, racks 3 of 4, uplink 7 of 10: racks bind, with 75 %.
    HandMadeYear made(2026);
    auto plant = std::make_shared<deploy::Plant>(*made.site(center).plant);
    plant->limits[Resource::racks] = 4.0;
    plant->limits[Resource::uplink] = 10.0;
    made.site(center).plant = plant;
    made.site(center).needs.of[Resource::racks] = 3.0;
    made.site(center).needs.racks_by_space = 3.0;
    made.site(center).needs.of[Resource::uplink] = 7.0;
    const annual::YearOutcome year = made.simulate();
    CHECK(year.sites[center].binding == Resource::racks);
    CHECK(year.sites[center].binding_share == Approx(0.75));
    CHECK(year.tightness[center].resource == Resource::racks);
    CHECK(year.tightness[center].need == 3.0);
    CHECK(year.tightness[center].limit == 4.0);
    CHECK(year.sites[backup].binding == Resource::it_power);  // 1 of 2 kW
}

TEST_CASE("racks that are full by power bind as rack power, in kilowatts", "[annual]") {
    // By height two racks would do; by power three of 3 kW, of which 12 kW are there: 9 of 12 kW
    HandMadeYear made(2026);
    auto plant = std::make_shared<deploy::Plant>(*made.site(center).plant);
    plant->limits[Resource::racks] = 4.0;
    plant->limits[Resource::rack_power] = 12.0;
    made.site(center).plant = plant;
    made.site(center).needs.of[Resource::racks] = 3.0;
    made.site(center).needs.racks_by_space = 2.0;
    made.site(center).needs.of[Resource::rack_power] = 9.0;
    const annual::YearOutcome year = made.simulate();
    CHECK(year.sites[center].resources[Resource::rack_power].need == 9.0);
    CHECK(year.sites[center].resources[Resource::rack_power].limit == 12.0);
    CHECK(year.sites[center].binding == Resource::rack_power);
    CHECK(year.sites[center].binding_share == Approx(0.75));
    CHECK(year.tightness[center].need == 9.0);
    CHECK(year.tightness[center].limit == 12.0);
    CHECK(std::isnan(year.sites[backup].resources[Resource::racks].limit));  // nothing is known
}

TEST_CASE("every need stands against its own limit", "[annual]") {
    HandMadeYear made(2026);
    auto plant = std::make_shared<deploy::Plant>(*made.site(center).plant);
    plant->limits = {{10.0, 20.0, 30.0, 40.0, 50.0, 60.0, 70.0, 80.0, 90.0}};
    made.site(center).plant = plant;
    const outcome::SiteYear site = made.simulate().sites[center];
    CHECK(site.resources[Resource::height_units].limit == 10.0);
    CHECK(site.resources[Resource::racks].limit == 20.0);
    CHECK(site.resources[Resource::rack_power].limit == 30.0);
    CHECK(site.resources[Resource::it_power].limit == 40.0);
    CHECK(site.resources[Resource::ups].limit == 50.0);
    CHECK(site.resources[Resource::cooling].limit == 60.0);
    CHECK(site.resources[Resource::grid].limit == 70.0);
    CHECK(site.resources[Resource::storage].limit == 80.0);
    CHECK(site.resources[Resource::uplink].limit == 90.0);
}

TEST_CASE("hours of free cooling count with the share of the load in the room", "[annual]") {
    // Three quarters of the load stand in a room that is cooled freely all year, a quarter in one that never
    // is.
    const annual::YearOutcome year = HandMadeYear(2026).simulate();
    CHECK(year.sites[center].free_cooling_h == Approx(0.75 * year_hours));
    CHECK(year.sites[backup].free_cooling_h == 0.0);
}

TEST_CASE("heat that is used elsewhere counts against the energy from the grid", "[annual]") {
    HandMadeYear made(2026);
    CHECK(made.simulate().sites[center].erf == 0.0);
    // 1.6 kW of grid power per kW of heat: half of the heat is 0.5 / 1.6.  Over all sites only the center's
    // 1 kW of 5.6 kW is reused.
    made.center_heat_reuse(50.0 * percent);
    const annual::YearOutcome year = made.simulate();
    CHECK(year.sites[center].erf == Approx(0.5 / 1.6));
    CHECK(year.summary.erf == Approx(1.0 / 5.6));
}

TEST_CASE("mean use is weighted by the performance of running hosts, standby apart", "[annual]") {
    // The profile is 0.5 and 1.0 in two hours of every working day.  Center: 4000 ops of hosts with
    // 100 + 1900 x share, and 200 ops of servers with 20; home: 1000 ops with 100.
    const annual::YearOutcome year = HandMadeYear(2026).simulate();
    const std::vector<DayKind> kinds = day_kinds({HandMadeYear::saxony_anhalt}, 2026);
    const auto workdays =
        static_cast<double>(kinds.size() - static_cast<std::size_t>(std::count(kinds.begin(), kinds.end(),
                                                                               DayKind::weekend_or_holiday)));
    const double mean_share = workdays * 1.5 / year_hours;
    const double used = 100.0 + 1900.0 * mean_share + 20.0;
    CHECK(year.sites[center].utilisation_mean == Approx(used / 4200.0));
    CHECK(year.sites[center].utilisation_peak == Approx(2020.0 / 4200.0));
    CHECK(year.sites[backup].utilisation_mean == 0.0);
    CHECK(year.summary.utilisation_mean == Approx((used + 100.0) / 5200.0));
    CHECK(year.sites[center].traffic_mean_gbit_s == Approx(2.0 * mean_share));
    CHECK(year.sites[center].traffic_peak_gbit_s == Approx(2.0));
    CHECK(year.summary.wan_peak_gbit_s == Approx(2.0));
}

TEST_CASE("a link carries its users at their busiest hour and the copies on top", "[annual]") {
    // Link a: both parts, 2 Gbit/s.  Link b: the part behind the center, 0.5, and the copies, 0.5.  Link c
    // is a detour that nobody takes.
    const annual::YearOutcome year = HandMadeYear(2026).simulate();
    REQUIRE(year.links.size() == 3);
    CHECK(year.links[0].peak_gbit_s == Approx(2.0));
    CHECK(year.links[1].peak_gbit_s == Approx(1.0));
    CHECK(year.links[1].need_gbit_s == Approx(1.4));
    CHECK(year.links[1].limit_gbit_s == Approx(10.0));
    CHECK(year.links[2].peak_gbit_s == 0.0);
    CHECK(year.links[2].limit_gbit_s == Approx(1.0));  // nobody stated it: the usual line of a district
    CHECK(year.links[0].mean_gbit_s == Approx(year.sites[center].traffic_mean_gbit_s));
    // A quarter of the users, and what the copies are over a day.
    CHECK(year.links[1].mean_gbit_s == Approx(0.25 * year.links[0].mean_gbit_s + 0.2));
    CHECK(year.administrations[0].access_peak_gbit_s == Approx(2.0));
    CHECK(year.administrations[0].access_mean_gbit_s == Approx(year.sites[center].traffic_mean_gbit_s));
    CHECK(year.administrations[0].access_limit_gbit_s == Approx(1.0));
}

TEST_CASE("latency is weighted by what people do where", "[annual]") {
    // Home 0.5 ms (100 of 500 interactions); center 2 x (100 km x 5 us + 100 us + 2 x 200 us) = 2 ms (250);
    // backup 2 x (300 km x 5 us + 2 x 100 us + 400 us) = 4.2 ms (150).
    const annual::YearOutcome year = HandMadeYear(2026).simulate();
    CHECK(year.administrations[0].latency_mean_ms == Approx((0.5 * 100 + 2.0 * 250 + 4.2 * 150) / 500.0));
    CHECK(year.administrations[0].latency_p95_ms == Approx(4.2));
    CHECK(year.summary.latency_p50_ms == Approx(2.0));  // 350 of 500 wait 2 ms or less
    CHECK(year.summary.latency_p95_ms == Approx(4.2));
    CHECK(year.summary.latency_over_limit_share == Approx(0.8));  // all but those at home bear 1 ms
    CHECK(year.administrations[0].main_center == 0.0);
}

TEST_CASE("an administration's row tells its own room", "[annual]") {
    const annual::YearOutcome year = HandMadeYear(2026).simulate();
    const outcome::AdministrationYear& row = year.administrations[0];
    CHECK(row.workplaces == 40.0);
    CHECK(row.servers == 110.0);
    CHECK(row.servers_at_home == 10.0);
    CHECK(row.home_it_power_mean_kw == Approx(0.5));
    CHECK(row.home_grid_energy_mwh == Approx(0.8 * year_hours / 1e3));
    CHECK(row.home_pue == Approx(1.6));
    CHECK(row.home_binding_share == Approx(0.5));
}

TEST_CASE("counts of hosts keep clusters, servers and standby apart", "[annual]") {
    const annual::YearOutcome year = HandMadeYear(2026).simulate();
    CHECK(year.sites[center].hosts == 4.0);
    CHECK(year.sites[center].physical_servers == 2.0);
    CHECK(year.sites[backup].hosts == 4.0);
    CHECK(year.sites[backup].standby_hosts == 4.0);
    CHECK(year.summary.hosts == 9.0);
    CHECK(year.summary.standby_hosts == 4.0);
    CHECK(year.summary.physical_servers == 2.0);
    CHECK(year.summary.sites == 3.0);
    CHECK(year.summary.servers_asked == 110.0);
    CHECK(year.summary.servers_placed == 110.0);
    CHECK(year.summary.servers_refused == 0.0);
    CHECK(year.summary.storage_tb == Approx(50.0));
}

TEST_CASE("refused servers are counted over administrations and classes", "[annual]") {
    HandMadeYear made(2026);
    made.site(home).servers_asked = 17;
    made.site(home).refused = {{0, 0, 0, 4, Resource::racks, {}}, {0, 1, 0, 3, Resource::ups, {}}};
    const annual::YearOutcome year = made.simulate();
    CHECK(year.sites[home].servers_refused == 7.0);
    CHECK(year.summary.servers_refused == 7.0);
}

TEST_CASE("the load duration curve falls from the peak to the base", "[annual]") {
    // At ten on working days (252 of 8760 hours, 2.9 %) the center's hosts are used by half and draw 400 W
    // more: 2.4 kW x 1.6 = 3.84 kW from the grid; at nine by a quarter, which changes nothing.
    HandMadeYear made(2026);
    made.draw_more_when_busy();
    const annual::YearOutcome year = made.simulate(true);
    REQUIRE(year.duration_grid_kw.size() == std::size_t{2} * outcome::duration_points);
    CHECK(year.duration_grid_kw[0] == Approx(3.84));
    CHECK(year.duration_grid_kw[2] == Approx(3.84));
    CHECK(year.duration_grid_kw[3] == Approx(3.2));
    CHECK(year.duration_grid_kw[100] == Approx(3.2));
    CHECK(year.duration_grid_kw[outcome::duration_points] == Approx(1.6));  // the backup site
    REQUIRE(year.grid_kw.size() == 8760U);
    CHECK(year.grid_kw[0] == Approx(5.6));
    const auto ten_on_2_january = 24U + 10U;  // a Friday
    CHECK(year.grid_kw[ten_on_2_january] == Approx(6.24));
    CHECK(year.it_kw[ten_on_2_january] == Approx(3.9));
    CHECK(year.sites[center].resources[Resource::grid].need == Approx(3.84));
    CHECK(year.sites[center].grid_peak_hour == ten_on_2_january);
    CHECK(year.sites[center].it_peak_hour == ten_on_2_january);
    CHECK(year.summary.grid_power_peak_kw == Approx(6.24));
    CHECK(year.summary.it_power_peak_kw == Approx(3.9));
}

}  // namespace
}  // namespace verbund
