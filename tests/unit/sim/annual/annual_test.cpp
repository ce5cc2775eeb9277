#include "sim/annual/annual.hpp"

#include <algorithm>
#include <cmath>
#include <memory>

#include "scenarios/read/catalog_reader.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/hand_made_site.hpp"

namespace verbund {
namespace {

using test::Approx;

constexpr std::uint8_t saxony_anhalt = 15;
constexpr double year_hours = 8760.0;  // 2026 and 2027
constexpr std::size_t center = 0;
constexpr std::size_t backup = 1;
constexpr std::size_t home = 2;

/// Two centers 1 degree of latitude apart and one administration with a room of its own, every number round.
///
/// All IT power is constant.  Center: 4 hosts of 250 W, 2 physical servers of 100 W and 800 W of storage and
/// gear, 2000 W in all, in two rooms.  Backup: 4 standby hosts of 250 W, a quarter of them switched on, and
/// 750 W, 1000 W in all.  Home: 1 host and 250 W, 500 W in all.
class HandMadeYear {
public:
    explicit HandMadeYear(int year) {
        make_catalog();
        make_study();
        make_sites();
        make_year(year);
        make_network();
    }

    [[nodiscard]] annual::YearOutcome simulate(bool keep_hours = false) {
        const workload::ProfileSet profiles(set_.catalog.profiles);
        std::vector<annual::CoolingKey> keys;
        for (const catalog::CoolingType& type : set_.catalog.cooling)
            keys.push_back({type.id, region, year_.year, 1.0});
        const annual::Weather weather(set_.catalog, 1, keys);
        return annual::simulate_year({.set = &set_,
                                      .study = &study_,
                                      .variant = &variant_,
                                      .year = &year_,
                                      .network = &network_,
                                      .profiles = &profiles,
                                      .weather = &weather,
                                      .costs = &costs_,
                                      .keep_hours = keep_hours});
    }

    [[nodiscard]] deploy::SiteDeployment& site(std::size_t s) { return year_.sites[s]; }
    HandMadeYear& with_prices() {
        study_.storage.density_gain = 0.0 * percent_per_year;
        study_.storage.backup_share = 0.0 * percent;
        costs_.two_socket_eur = 10'000.0;
        costs_.entry_eur = 1'000.0;
        costs_.licence_eur_per_core = 10.0;
        costs_.storage_eur_per_tb = 300.0;
        costs_.small_room_eur_per_kw = 9'000.0;
        costs_.center_eur_per_kw = 6'000.0;
        costs_.route_eur_per_km = 100.0;
        costs_.staff_eur_per_year = 80'000.0;
        costs_.servers_per_staff_small = 50.0;
        costs_.servers_per_staff_center = 200.0;
        costs_.storage_life_years = 6.0;
        costs_.building_life_years = 15.0;
        costs_.embodied_host_kg = 1'500.0;
        return *this;
    }
    void center_heat_reuse(Fraction share) { center_.heat_reuse = share; }

private:
    static constexpr int region = 5;

    void make_catalog() {
        set_.catalog.climate = read::load_catalog().climate;
        const test::DayShape busy_at_ten = test::only_at({{9, 0.5}, {10, 1.0}});
        set_.catalog.profiles = test::profile_rows("office", busy_at_ten, test::DayShape{});
        set_.catalog.grid_emission = {{2026, {400.0, 400.0, 400.0}, 65.0, {}},
                                      {2027, {300.0, 300.0, 300.0}, 65.0, {}}};
        set_.catalog.electricity_price = {{2026, {20.0, 20.0, 20.0}, {20.0, 20.0, 20.0}, {}}};
        // Half a unit of electricity per unit of heat; the other kind is always free but for its fans.
        catalog::CoolingType free = test::constant_cooling("always-free", 0.0);
        free.kind = catalog::CoolingKind::chilled_water;
        free.carnot_efficiency = 0.4;
        free.cop_limit = 8.0;
        free.supply_c = 18.0;
        free.return_c = 24.0;
        free.free_cooling_approach_k = -100.0;
        free.fan_share = 0.5;
        set_.catalog.cooling = {test::constant_cooling("compressor", 2.0), free};
    }

    void make_study() {
        study_.economics.value_added_tax = 19.0 * percent;
        study_.economics.renewable_share = 25.0 * percent;
        study_.economics.renewable_share_from_2027 = 75.0 * percent;
        study_.economics.renewable_upstream = 20.0 * gram_co2_per_kilowatt_hour;
        study_.facility.imperfection = 1.0;
        study_.network.sizing_factor = 1.4;
        center_.role = backup_.role = study::CenterRole::shared;
    }

    void make_sites() {
        const FederalState state{saxony_anhalt};
        variant_.sites = {
            {deploy::SiteKind::center, "rz", "RZ", {51.0, 11.0}, state, region, 0, &center_},
            {deploy::SiteKind::center, "backup", "Backup", {52.0, 11.0}, state, region, 0, &backup_},
            {deploy::SiteKind::home, "home:town", "Town", {51.0, 11.5}, state, region, 0, nullptr}};
        study::ResolvedAdministration town;
        town.id = "town";
        town.kind = "district";
        town.at = {51.0, 11.5};
        town.state = state;
        town.stated.access = 1.0 * gigabit_per_second;
        variant_.administrations = {town};
        catalog::WorkloadClass office;
        office.id = "office";
        office.profile = "office";
        office.rtt_limit_ms = 1.0;
        variant_.workloads = {office};
        std::array<double, 11> host_w{};
        host_w.fill(250.0);
        std::array<double, 11> entry_w{};
        entry_w.fill(100.0);
        variant_.host_types = {test::host_type(1000.0, host_w), test::host_type(100.0, entry_w)};
        variant_.host_types[0].series = "two-socket";
        variant_.host_types[0].cores = 32;
        variant_.host_types[1].series = "entry";
        variant_.host_types[1].cores = 8;
    }

    [[nodiscard]] deploy::RoomPlant room(double share, const std::string& cooling) const {
        deploy::RoomPlant plant;
        plant.load_share = share;
        plant.chain.rules = {.distribution_share = 0.0,
                             .auxiliary_share = 0.1,
                             .transformer_no_load_share = 0.0,
                             .transformer_load_share = 0.0};
        plant.cooling = &catalog::cooling_type(set_.catalog, cooling);
        return plant;
    }

    [[nodiscard]] static std::shared_ptr<deploy::Plant> plant_of(std::vector<deploy::RoomPlant> rooms,
                                                                 double it_kw) {
        auto plant = std::make_shared<deploy::Plant>();
        plant->rooms = std::move(rooms);
        plant->limits.it_power_kw = it_kw;
        return plant;
    }

    void make_year(int year) {
        year_.year = year;
        year_.sites.resize(3);
        deploy::SiteDeployment& rz = year_.sites[center];
        rz.in_operation = true;
        rz.servers_asked = rz.servers_placed = 100;
        rz.vms = 98;
        rz.physical_servers = 2;
        rz.storage_tb = 30.0;
        rz.constant_it_w = 800.0;
        rz.needs.it_peak_kw = 2.0;
        const deploy::LoadTerm load{saxony_anhalt, 0, 100.0, 1900.0};
        rz.pools = {{deploy::PoolKind::cluster, {{0, 4}}, {load}},
                    {deploy::PoolKind::physical, {{1, 2}}, {{saxony_anhalt, 0, 20.0, 0.0}}}};
        rz.traffic_gbit_s = {{saxony_anhalt, 0, 0.0, 2.0}};
        rz.plant = plant_of({room(0.75, "always-free"), room(0.25, "compressor")}, 4.0);
        deploy::SiteDeployment& spare = year_.sites[backup];
        spare.in_operation = true;
        spare.standby_hosts = spare.standby_hosts_asked = 4;
        spare.storage_tb = 20.0;
        spare.constant_it_w = 750.0;
        spare.needs.it_peak_kw = 1.0;
        spare.replication_gbit_s = 0.5;
        spare.pools = {{deploy::PoolKind::standby, {{0, 4}}, {}, 0.25, {0}}};
        spare.plant = plant_of({room(1.0, "compressor")}, 2.0);
        deploy::SiteDeployment& own = year_.sites[home];
        own.in_operation = true;
        own.servers_asked = own.servers_placed = own.vms = 10;
        own.constant_it_w = 250.0;
        own.needs.it_peak_kw = 0.5;
        own.pools = {{deploy::PoolKind::cluster, {{0, 1}}, {{saxony_anhalt, 0, 100.0, 0.0}}}};
        own.plant = plant_of({room(1.0, "compressor")}, 1.0);
        year_.replications = {{center, backup, 0.5, true, 0.2}};
        deploy::AdministrationDeployment town;
        town.seats = 40.0;
        town.servers = 110;
        town.servers_at_home = 10;
        town.home = home;
        town.parts = {{.site = home, .workload = 0, .servers = 10, .interactions_per_h = 100.0F},
                      {.site = center,
                       .workload = 0,
                       .servers = 60,
                       .traffic_gbit_s = 1.5F,
                       .interactions_per_h = 250.0F},
                      {.site = backup,
                       .workload = 0,
                       .servers = 40,
                       .traffic_gbit_s = 0.5F,
                       .interactions_per_h = 150.0F}};
        year_.administrations = {town};
    }

    /// Town - center - backup in a row; a third link that nobody uses.
    void make_network() {
        network_.topology.nodes = {
            {"town", variant_.administrations[0].at, network::NodeKind::administration},
            {"rz", variant_.sites[center].at, network::NodeKind::center},
            {"backup", variant_.sites[backup].at, network::NodeKind::center}};
        network_.topology.links = {{"a", 0, 1, 100.0 * kilometre, 1.0 * gigabit_per_second, true},
                                   {"b", 1, 2, 200.0 * kilometre, 10.0 * gigabit_per_second, false},
                                   {"c", 0, 2, 900.0 * kilometre, DataRate{}, true}};
        network_.delays = {.per_kilometre = 5.0 * microseconds,
                           .per_hop = 100.0 * microseconds,
                           .gateway = 200.0 * microseconds,
                           .local = 0.5 * milliseconds};
        network_.administration_node = {0};
        network_.site_node = {1, 2};
        network_.trees = network::shortest_paths(network_.topology, network_.site_node, network_.delays);
    }

    study::StudySet set_;
    study::Study study_;
    study::Center center_;
    study::Center backup_;
    deploy::VariantDeployment variant_;
    deploy::Deployment year_;
    deploy::NetworkPlan network_;
    annual::CostBook costs_;
};

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
    CHECK(year.sites[backup].ups_kw.need == Approx(1.02));
    CHECK(year.sites[backup].cooling_kw.need == Approx(1.0812));
    CHECK(year.sites[backup].pue == Approx((1721.8 + transformer) / 1000.0));
}

TEST_CASE("electricity is billed with value-added tax", "[annual]") {
    // 3.2 kW x 8760 h = 28,032 kWh x 20 ct x 1.19
    const annual::YearOutcome year = HandMadeYear(2026).simulate();
    CHECK(year.sites[center].cost.energy_eur == Approx(28'032.0 * 0.20 * 1.19));
    CHECK(year.summary.cost.energy_eur == Approx(5.6 * year_hours * 0.20 * 1.19));
}

TEST_CASE("the cost of a year is the sum of its parts over all sites", "[annual]") {
    // Hosts at 10,000 and servers at 1,000 EUR over 5 years, 32 cores at 10 EUR/a, storage at 300 EUR/TB over
    // 6 years, backup copies free:
    //   center 4 x 2,000 + 2 x 200 + 4 x 320 + 30 x 50 = 11,180; backup 4 x 2,000 + 4 x 320 + 20 x 50 =
    //   10,280; home 2,000 + 320 = 2,320.
    // Rooms over 15 years: center 4 kW and backup 2 kW at 6,000, home 1 kW at 9,000 EUR: 1,600 + 800 + 600.
    // Staff: 100 servers / 200 and 10 / 50 at 80,000 EUR/a.  Routes: 2 x 111.3 km x 100 EUR/km.
    const annual::YearOutcome year = HandMadeYear(2026).with_prices().simulate();
    CHECK(year.sites[center].cost.hardware_eur == Approx(11'180.0));
    CHECK(year.sites[backup].cost.hardware_eur == Approx(10'280.0));
    CHECK(year.sites[home].cost.hardware_eur == Approx(2'320.0));
    const outcome::Cost& sum = year.summary.cost;
    CHECK(sum.hardware_eur == Approx(23'780.0));
    CHECK(sum.building_eur == Approx(3'000.0));
    CHECK(sum.staff_eur == Approx(56'000.0));
    CHECK(sum.network_eur == Approx(22'260.0).epsilon(1e-3));
    CHECK(year.sites[backup].cost.network_eur == sum.network_eur);
    const double energy_eur = 5.6 * year_hours * 0.20 * 1.19;
    CHECK(sum.total_eur == Approx(energy_eur + 23'780.0 + 3'000.0 + 56'000.0 + sum.network_eur));
    const outcome::Cost& one = year.sites[center].cost;
    CHECK(one.total_eur == Approx(one.energy_eur + 11'180.0 + 1'600.0 + 40'000.0));
    CHECK(year.summary.co2_embodied_t == Approx(11 * 1.5 / 5.0));  // every host and server, 1.5 t each
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
    made.site(backup).needs.it_peak_kw = 3.0;
    made.site(backup).needs.racks = 2.0;
    made.site(backup).needs.height_units = 21.0;
    made.site(backup).needs.storage_tb = 25.0;
    made.site(backup).needs.uplink_gbit_s = 0.7;
    const outcome::SiteYear site = made.simulate().sites[backup];
    CHECK(site.it_power_kw.need == Approx(3.0));
    CHECK(site.ups_kw.need == Approx(3.0));
    CHECK(site.cooling_kw.need == Approx(3.0));
    CHECK(site.grid_kw.need == Approx(4.8));
    CHECK(site.it_power_kw.limit == Approx(2.0));
    CHECK(site.racks.need == 2.0);
    CHECK(site.height_units.need == 21.0);
    CHECK(site.storage_need_tb.need == 25.0);
    CHECK(site.uplink_gbit_s.need == 0.7);
    CHECK(site.energy.it_mwh == Approx(1.0 * year_hours / 1e3));  // what does not run uses nothing
}

TEST_CASE("the tightest limit is the one with the largest share, whatever its unit", "[annual]") {
    // IT 2 of 4 kW, racks 3 of 4, uplink 7 of 10: racks bind, with 75 %.
    HandMadeYear made(2026);
    auto plant = std::make_shared<deploy::Plant>(*made.site(center).plant);
    plant->limits.racks = 4.0;
    plant->limits.uplink_gbit_s = 10.0;
    made.site(center).plant = plant;
    made.site(center).needs.racks = 3.0;
    made.site(center).needs.racks_by_space = 3.0;
    made.site(center).needs.uplink_gbit_s = 7.0;
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
    plant->limits.racks = 4.0;
    plant->limits.rack_power_kw = 12.0;
    made.site(center).plant = plant;
    made.site(center).needs.racks = 3.0;
    made.site(center).needs.racks_by_space = 2.0;
    made.site(center).needs.rack_power_kw = 9.0;
    const annual::YearOutcome year = made.simulate();
    CHECK(year.sites[center].rack_power_kw.need == 9.0);
    CHECK(year.sites[center].rack_power_kw.limit == 12.0);
    CHECK(year.sites[center].binding == Resource::rack_power);
    CHECK(year.sites[center].binding_share == Approx(0.75));
    CHECK(year.tightness[center].need == 9.0);
    CHECK(year.tightness[center].limit == 12.0);
    CHECK(std::isnan(year.sites[backup].racks.limit));  // nothing is known
}

TEST_CASE("every need stands against its own limit", "[annual]") {
    HandMadeYear made(2026);
    auto plant = std::make_shared<deploy::Plant>(*made.site(center).plant);
    plant->limits = {.height_units = 10.0,
                     .racks = 20.0,
                     .rack_power_kw = 30.0,
                     .it_power_kw = 40.0,
                     .ups_kw = 50.0,
                     .cooling_kw = 60.0,
                     .grid_kw = 70.0,
                     .storage_tb = 80.0,
                     .uplink_gbit_s = 90.0};
    made.site(center).plant = plant;
    const outcome::SiteYear site = made.simulate().sites[center];
    CHECK(site.height_units.limit == 10.0);
    CHECK(site.racks.limit == 20.0);
    CHECK(site.rack_power_kw.limit == 30.0);
    CHECK(site.it_power_kw.limit == 40.0);
    CHECK(site.ups_kw.limit == 50.0);
    CHECK(site.cooling_kw.limit == 60.0);
    CHECK(site.grid_kw.limit == 70.0);
    CHECK(site.storage_need_tb.limit == 80.0);
    CHECK(site.uplink_gbit_s.limit == 90.0);
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
    const std::vector<DayKind> kinds = day_kinds({saxony_anhalt}, 2026);
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
    CHECK(std::isnan(year.links[2].limit_gbit_s));
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
    const annual::YearOutcome year = HandMadeYear(2026).simulate(true);
    REQUIRE(year.duration_grid_kw.size() == 2U * outcome::duration_points);
    CHECK(year.duration_grid_kw[0] == Approx(3.2));
    CHECK(year.duration_grid_kw[outcome::duration_points] == Approx(1.6));
    REQUIRE(year.grid_kw.size() == 8760U);
    CHECK(year.grid_kw[0] == Approx(5.6));
    CHECK(year.it_kw[8759] == Approx(3.5));
}

}  // namespace
}  // namespace verbund
