#pragma once

#include <array>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "models/catalog/columns.hpp"
#include "scenarios/read/catalog_reader.hpp"
#include "sim/annual/annual.hpp"
#include "tests/support/hand_made_site.hpp"

namespace verbund::test {

/// Two centers 1 degree of latitude apart and one administration with a room of its own, every number round.
///
/// All IT power is constant.  Center: 4 hosts of 250 W, 2 physical servers of 100 W and 800 W of storage and
/// gear, 2000 W in all, in two rooms.  Backup: 4 standby hosts of 250 W, a quarter of them switched on, and
/// 750 W, 1000 W in all.  Home: 1 host and 250 W, 500 W in all.
class HandMadeYear {
public:
    static constexpr std::uint8_t saxony_anhalt = 15;
    static constexpr std::size_t center = 0;  ///< places of the sites
    static constexpr std::size_t backup = 1;
    static constexpr std::size_t home = 2;

    explicit HandMadeYear(int year) {
        make_catalog();
        make_study();
        make_sites();
        make_year(year);
        make_network();
    }
    HandMadeYear(const HandMadeYear&) = delete;  // its sites point into it

    [[nodiscard]] annual::YearOutcome simulate(bool keep_hours = false) {
        const workload::ProfileSet profiles(set_.catalog.profiles);
        std::vector<annual::CoolingKey> keys;
        for (const catalog::CoolingType& type : set_.catalog.cooling)
            keys.push_back({type.id, region, year_.year, 1.0});
        const annual::Weather weather(set_.catalog, 1, keys);
        const annual::CostPlan costs{
            {study_, set_.catalog, variant_, prices_}, network_, {&year_, 1}, year_.year};
        return annual::simulate_year({.at = {set_, study_, variant_, year_, network_, profiles},
                                      .weather = weather,
                                      .costs = costs,
                                      .embodied = embodied_,
                                      .keep_hours = keep_hours});
    }

    [[nodiscard]] deploy::SiteDeployment& site(std::size_t s) { return year_.sites[s]; }
    HandMadeYear& with_prices() {
        study_.storage.density_gain = 0.0 * percent_per_year;
        study_.storage.backup_share = 0.0 * percent;
        variant_.host_types[0].price_eur = 10'000.0;
        variant_.host_types[1].price_eur = 1'000.0;
        prices_.licence_eur_per_core = 10.0;
        prices_.storage_eur_per_tb = 300.0;
        prices_.building_eur_per_kw = {6'000.0, 1.0, 6'000.0, 2.0};
        prices_.building_class_1 = 1.5;
        prices_.wan.fibre_eur_per_km = 100.0;
        prices_.wan.wavelength_eur = prices_.wan.ethernet.one_gbit_eur = 1e9;  // out of the question
        prices_.wan.ethernet.ten_gbit_eur = 1e9;
        prices_.staff_eur_per_year = 80'000.0;
        prices_.staff.per_server = 1.0 / 200.0;
        embodied_.parts.chassis_kg = 1'500.0;
        return *this;
    }
    /// 100 W more per host of the cluster from 40 % of its performance on.
    void draw_more_when_busy() {
        for (std::size_t point = 4; point < 11; ++point) variant_.host_types[0].power_w[point] = 350.0;
    }
    /// Price and emissions over the hours of all days alike; without the latter those are even.
    void move_by_hour(const std::array<double, 24>& price, const std::array<double, 24>& emission) {
        study_.economics.hourly_shape = true;
        for (const std::string_view kind : catalog::hour_shape_days) {
            set_.catalog.hour_shapes.push_back({"price", std::string{kind}, price, {}});
            set_.catalog.hour_shapes.push_back({"emission", std::string{kind}, emission, {}});
        }
    }
    [[nodiscard]] economics::PriceBook& prices() { return prices_; }
    [[nodiscard]] deploy::Deployment& deployment() { return year_; }
    void center_heat_reuse(Fraction share) { center_.heat_reuse = share; }

private:
    static constexpr int region = 5;

    /// Nothing costs anything; 19 % tax.
    static economics::PriceBook lasting_prices() {
        economics::PriceBook prices;
        prices.life_building_years = prices.life_room_years = 15.0;
        prices.life_storage_years = 6.0;
        prices.life_ups_years = prices.life_battery_years = prices.life_cooling_years = 15.0;
        prices.life_generator_years = prices.life_rack_years = 15.0;
        prices.wan.fibre_reach_km = 1'000.0;
        prices.value_added_tax = 0.19;
        return prices;
    }

    void make_catalog() {
        set_.catalog.climate = read::load_catalog().climate;
        const DayShape busy_at_ten = only_at({{9, 0.5}, {10, 1.0}});
        set_.catalog.profiles = profile_rows("office", busy_at_ten, DayShape{});
        set_.catalog.grid_emission = {{2026, {400.0, 400.0, 400.0}, 65.0, {}},
                                      {2027, {300.0, 300.0, 300.0}, 65.0, {}}};
        set_.catalog.electricity_price = {{2026, {20.0, 20.0, 20.0}, {20.0, 20.0, 20.0}, {}}};
        set_.catalog.line_rates = {{1000.0, {}}, {10'000.0, {}}};
        set_.catalog.access_links = {{"district", 2020, 1000.0, 1000.0, 1000.0, {}},
                                     {"center", 2020, 10'000.0, 10'000.0, 10'000.0, {}}};
        // Half a unit of electricity per unit of heat; the other kind is always free but for its fans.
        catalog::ChilledWater free;
        free.carnot_efficiency = 0.4;
        free.cop_limit = 8.0;
        free.supply_c = 18.0;
        free.return_c = 24.0;
        free.free_cooling_approach_k = -100.0;
        free.fan_share = 0.5;
        set_.catalog.cooling = {constant_cooling("compressor", 2.0),
                                {"always-free", "always free", free, {}}};
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
            {deploy::SiteKind::center, "rz", "RZ", {51.0, 11.0}, state, region, "", 0, &center_},
            {deploy::SiteKind::center, "backup", "Backup", {52.0, 11.0}, state, region, "", 0, &backup_},
            {deploy::SiteKind::home, "home:town", "Town", {51.0, 11.5}, state, region, "", 0, nullptr}};
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
        variant_.host_types = {host_type(1000.0, host_w), host_type(100.0, entry_w)};
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
        plant->limits[Resource::it_power] = it_kw;
        return plant;
    }

    void make_year(int year) {
        static_cast<Phase&>(year_) = whole_year(year);
        for (compute::HostType& type : variant_.host_types) type.year = year;
        year_.sites.resize(3);
        deploy::SiteDeployment& rz = year_.sites[center];
        rz.in_operation = true;
        rz.servers_asked = rz.servers_placed = 100;
        rz.vms = 98;
        rz.physical_servers = 2;
        rz.storage_tb = 30.0;
        rz.constant_it_w = 800.0;
        rz.needs.of[Resource::it_power] = 2.0;
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
        spare.needs.of[Resource::it_power] = 1.0;
        spare.replication_gbit_s = 0.5;
        spare.pools = {{deploy::PoolKind::standby, {{0, 4}}, {}, 0.25, {0}}};
        spare.plant = plant_of({room(1.0, "compressor")}, 2.0);
        deploy::SiteDeployment& own = year_.sites[home];
        own.in_operation = true;
        own.servers_asked = own.servers_placed = own.vms = 10;
        own.constant_it_w = 250.0;
        own.needs.of[Resource::it_power] = 0.5;
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
    economics::PriceBook prices_ = lasting_prices();
    annual::EmbodiedBook embodied_;
};

}  // namespace verbund::test
