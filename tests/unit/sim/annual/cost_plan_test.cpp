#include "sim/annual/cost_plan.hpp"

#include <memory>

#include "tests/support/catch.hpp"

namespace verbund::annual {
namespace {

using economics::CostKind;
using test::Approx;

constexpr double to_the_cent = 0.005;

/// A new center of 4 kW from 2026 to 2030 and a home room with one server of 2024 that moves there in 2027.
class FiveYears {
public:
    FiveYears() {
        study_.estate.base_year = 2026;
        study_.hosts.refresh = 5.0 * julian_years;
        study_.hosts.stand_alone_refresh = 6.0 * julian_years;
        study_.storage.backup_share = 0.0 * percent;
        center_.commissioned = {2026, 1, 1};
        center_.role = study::CenterRole::shared;
        variant_.sites.resize(2);
        variant_.sites[0].id = "rz";
        variant_.sites[0].center = &center_;
        variant_.sites[1].id = "home:town";
        variant_.sites[1].kind = deploy::SiteKind::home;
        variant_.administrations.resize(1);
        variant_.host_types = {type("a", 2026, 10'000.0), type("b", 2029, 12'000.0),
                               type("c", 2024, 6'000.0)};
        prices_.storage_eur_per_tb = 300.0;
        prices_.storage_fall_per_year = 0.1;
        prices_.life_storage_years = 3.0;
        prices_.building_eur_per_kw = {6'000.0, 1.0, 6'000.0, 2.0};
        prices_.life_building_years = prices_.life_rack_years = prices_.life_ups_years = 10.0;
        prices_.life_battery_years = prices_.life_cooling_years = prices_.life_generator_years = 10.0;
        prices_.licence_eur_per_core = 20.0;
        prices_.staff_eur_per_year = 50'000.0;
        prices_.staff.per_server = 0.01;
        prices_.migration_eur_per_server = 1'000.0;
        prices_.value_added_tax = 0.19;
        for (int year = 2026; year <= 2030; ++year) phases_.push_back(phase_of(year));
    }
    FiveYears(const FiveYears&) = delete;

    [[nodiscard]] CostPlan plan() const { return {{study_, {}, variant_, prices_}, {}, phases_, 2030}; }
    study::Economics& economics() { return study_.economics; }
    economics::PriceBook& prices() { return prices_; }
    void price_procedure(const study::ProcedureUse& use) {
        variant_.procedures.resize(1);
        variant_.procedures[0].name = "register";
        variant_.paid_procedures = {{use}};
    }
    void outsource(const std::string& workload, MoneyRate fee) {
        variant_.workloads.resize(1);
        variant_.workloads[0].id = workload;
        study_.workloads[workload].outside_fee = fee;
    }
    void commission(Date day) { center_.commissioned = day; }
    std::vector<deploy::Deployment>& phases() { return phases_; }

private:
    static compute::HostType type(const std::string& id, int year, double price) {
        compute::HostType host;
        host.id = id;
        host.year = year;
        host.cores = 16;
        host.price_eur = price;
        return host;
    }

    [[nodiscard]] static deploy::Deployment phase_of(int year) {
        deploy::Deployment phase;
        static_cast<Phase&>(phase) = whole_year(year);
        phase.sites.resize(2);
        deploy::SiteDeployment& rz = phase.sites[0];
        rz.in_operation = true;
        rz.servers_placed = 100;
        rz.storage_tb = year < 2028 ? 10.0 : 12.0;
        rz.pools = {{deploy::PoolKind::cluster, {{0, 2}}, {}}};
        if (year >= 2029) rz.pools[0].hosts.push_back({1, 1});
        auto plant = std::make_shared<deploy::Plant>();
        plant->limits[Resource::it_power] = 4.0;
        rz.plant = plant;
        deploy::SiteDeployment& home = phase.sites[1];
        home.in_operation = year == 2026;
        if (home.in_operation) home.pools = {{deploy::PoolKind::physical, {{2, 1}}, {}}};
        deploy::AdministrationDeployment town;
        town.home = 1;
        const bool at_home = year == 2026;
        town.servers_at_home = at_home ? 5 : 0;
        town.parts = {{.site = at_home ? 1U : 0U, .servers = 5}};
        phase.administrations = {town};
        return phase;
    }

    study::Study study_;
    study::Center center_;
    deploy::VariantDeployment variant_;
    economics::PriceBook prices_;
    std::vector<deploy::Deployment> phases_;
};

TEST_CASE("a plan of two sites over five years agrees with one by hand to the cent", "[annual]") {
    // Prices with 19 % tax.  2026: hosts 2 x 11,900, storage 10 TB x 357, building 4 kW x 7,140.  2028: 2 TB
    // x 357 x 0.81.  2029: a host of 14,280, and the first 10 TB again at 357 x 0.729.
    const FiveYears made;
    const CostPlan plan = made.plan();
    const auto bought = [&](int year) { return plan.budget().at(year).purchases_eur; };
    CHECK(bought(2026) == Approx(23'800.0 + 3'570.0 + 28'560.0).margin(to_the_cent));
    CHECK(bought(2027) == 0.0);
    CHECK(bought(2028) == Approx(578.34).margin(to_the_cent));
    CHECK(bought(2029) == Approx(14'280.0 + 2'602.53).margin(to_the_cent));
    CHECK(bought(2030) == 0.0);
    // Hosts 4,760 and from 2029 2,856 more; storage 1,190, then 192.78 and 867.51; building 2,856; the old
    // server 6,000 x 1.19 / 6 in 2026.
    const auto down = [&](int year) { return plan.budget().at(year).depreciation_eur; };
    CHECK(down(2026) == Approx(8'806.0 + 1'190.0).margin(to_the_cent));
    CHECK(down(2027) == Approx(8'806.0).margin(to_the_cent));
    CHECK(down(2028) == Approx(8'998.78).margin(to_the_cent));
    CHECK(down(2029) == Approx(11'532.29).margin(to_the_cent));
    CHECK(down(2030) == Approx(11'532.29).margin(to_the_cent));
    // Half of the old server's six years are left when its room closes.
    CHECK(plan.budget().at(2026).opening_eur == Approx(7'140.0 * 4.0 / 6.0).margin(to_the_cent));
    CHECK(plan.budget().at(2027).written_off_eur == Approx(3'570.0).margin(to_the_cent));
    // Licences of 32, later 48 cores at 23.80; one position; five servers move for 1,190 each.
    const auto paid = [&](int year) { return plan.budget().at(year).running_eur; };
    CHECK(paid(2026) == Approx(761.60 + 50'000.0).margin(to_the_cent));
    CHECK(paid(2027) == Approx(761.60 + 50'000.0 + 5'950.0).margin(to_the_cent));
    CHECK(paid(2030) == Approx(1'142.40 + 50'000.0).margin(to_the_cent));
    CHECK(plan.running().at({2027, 1, CostKind::migration, {}}).quantity == 5.0);
    CHECK(plan.purchases().at({2029, 0, CostKind::hosts, "b"}).eur == Approx(14'280.0));
}

TEST_CASE("a year's book value is that of the year before and what was bought, less what was lost",
          "[annual]") {
    const FiveYears made;
    const CostPlan plan = made.plan();
    double before = plan.budget().at(2026).opening_eur;
    for (const auto& [year, books] : plan.budget()) {
        CHECK(books.opening_eur == Approx(before));
        CHECK(books.closing_eur == Approx(books.opening_eur + books.purchases_eur - books.depreciation_eur -
                                          books.written_off_eur));
        before = books.closing_eur;
    }
}

TEST_CASE("a site's cost is its depreciation and what it pays", "[annual]") {
    const FiveYears made;
    const CostPlan plan = made.plan();
    const outcome::Cost& cost = plan.of(whole_year(2028), 0);
    CHECK(cost.hardware_eur == Approx(4'760.0 + 1'190.0 + 192.78).margin(to_the_cent));
    CHECK(cost.building_eur == Approx(2'856.0));
    CHECK(cost.licences_eur == Approx(761.60));
    CHECK(cost.staff_eur == Approx(50'000.0));
    CHECK(plan.of(whole_year(2027), 1).change_eur == Approx(5'950.0));
}

TEST_CASE("prices rise by their kind, and staff of a taxed provider is taxed", "[annual]") {
    FiveYears made;
    made.economics().price_rise.staff = 2.0 * percent_per_year;
    made.economics().price_rise.licences = 10.0 * percent_per_year;
    made.economics().provider_vat = economics::ProviderVat::from_2027;
    const CostPlan plan = made.plan();
    CHECK(plan.of(whole_year(2026), 0).staff_eur == Approx(50'000.0));
    CHECK(plan.of(whole_year(2027), 0).staff_eur == Approx(1.19 * 1.02 * 50'000.0));
    CHECK(plan.of(whole_year(2028), 0).licences_eur == Approx(1.21 * 761.60));
}

TEST_CASE("a building is renewed when its life since the commissioning ends, on the first day too",
          "[annual]") {
    // 4 kW x 6,000 x 1.19 every ten years.
    FiveYears made;
    const CostKey in_2026{2026, 0, CostKind::building, {}};
    const CostKey in_2027{2027, 0, CostKind::building, {}};
    made.commission({2016, 1, 1});
    CHECK(made.plan().purchases().at(in_2026).eur == Approx(28'560.0));
    made.commission({2017, 1, 1});
    const CostPlan later = made.plan();
    CHECK_FALSE(later.purchases().contains(in_2026));
    CHECK(later.purchases().at(in_2027).eur == Approx(28'560.0));
}

TEST_CASE("what was moved away from is paid for a while beside the new machines", "[annual]") {
    FiveYears made;
    made.economics().double_running = 73.05 * days;  // a fifth of a year
    made.phases()[0].sites[1].servers_placed = 5;
    // The old server's 1,190 a year, all five servers leave.
    const CostKey key{2027, 1, CostKind::double_running, {}};
    CHECK(made.plan().running().at(key).eur == Approx(238.0).margin(to_the_cent));
    CHECK(made.plan().of(whole_year(2027), 1).change_eur == Approx(5'950.0 + 238.0));
    made.phases()[0].sites[1].servers_placed = 10;  // others stay
    CHECK(made.plan().running().at(key).eur == Approx(119.0).margin(to_the_cent));
    made.economics().double_running = {};
    CHECK_FALSE(made.plan().running().contains(key));
}

TEST_CASE("servers that a center sends on are moved and paid twice for a while, those that end are not",
          "[annual]") {
    FiveYears made;
    made.outsource("mail", MoneyRate{});
    made.economics().double_running = 73.05 * days;
    const auto moved = [&](int year) {
        const CostPlan plan = made.plan();
        const auto found = plan.running().find({year, 1, CostKind::migration, {}});
        return found == plan.running().end() ? 0.0 : found->second.quantity;
    };
    CHECK(moved(2029) == 0.0);
    // From 2029 on 40 of the town's servers in the center run elsewhere; ten more would have been there
    // anyway.
    for (deploy::Deployment& phase : made.phases()) {
        phase.administrations[0].parts = {{.site = 0, .workload = 0, .servers = phase.year < 2029 ? 100 : 60},
                                          {.site = 1, .workload = 0, .servers = phase.year < 2029 ? 0 : 50}};
    }
    CHECK(moved(2029) == 40.0);
    const CostPlan plan = made.plan();
    const outcome::Cost& before = plan.of(whole_year(2028), 0);
    CHECK(plan.running().at({2029, 0, CostKind::double_running, {}}).eur ==
          Approx((before.hardware_eur + before.licences_eur) * 0.2 * 0.4));
    for (deploy::Deployment& phase : made.phases())  // one of 100 is what rounding gives and takes
        if (phase.year >= 2029) phase.administrations[0].parts[0].servers = 99;
    CHECK(moved(2029) == 0.0);
    for (deploy::Deployment& phase : made.phases())
        if (phase.year >= 2029) phase.administrations[0].parts[0].servers = 60;
    for (deploy::Deployment& phase : made.phases())
        if (phase.year >= 2029) phase.administrations[0].outside = {{.workload = 0, .traffic_gbit_s = 0.1}};
    CHECK(moved(2029) == 0.0);
}

TEST_CASE("an outside service is paid by workplace", "[annual]") {
    FiveYears made;
    made.outsource("mail", 120.0 * euro_per_year);
    for (deploy::Deployment& phase : made.phases()) {
        phase.administrations[0].seats = 50.0;
        if (phase.year >= 2028) phase.administrations[0].outside = {{.workload = 0, .traffic_gbit_s = 0.1}};
    }
    const CostPlan plan = made.plan();
    CHECK_FALSE(plan.running().contains({2027, 1, CostKind::provider_fees, "mail"}));
    CHECK(plan.running().at({2028, 1, CostKind::provider_fees, "mail"}).quantity == 50.0);
    CHECK(plan.running().at({2028, 1, CostKind::provider_fees, "mail"}).eur == Approx(6'000.0 * 1.19));
}

TEST_CASE("a room that is given up is cleared once, by its racks", "[annual]") {
    FiveYears made;
    made.prices().exit_eur_per_rack = 800.0;
    auto plant = std::make_shared<deploy::Plant>();
    plant->limits[Resource::racks] = 3.0;
    made.phases()[0].sites[1].plant = plant;
    const CostPlan plan = made.plan();
    CHECK(plan.running().at({2027, 1, CostKind::exit, {}}).eur == Approx(3.0 * 800.0 * 1.19));
    CHECK_FALSE(plan.running().contains({2028, 1, CostKind::exit, {}}));
}

TEST_CASE("licences of procedures are paid always, a provider's fee until a center runs them", "[annual]") {
    FiveYears made;
    made.price_procedure({.procedure = 0, .workload = 3, .licence_eur = 500.0, .fee_eur = 2'000.0});
    for (deploy::Deployment& phase : made.phases()) {
        const std::uint32_t at = phase.year < 2028 ? 1 : 0;
        phase.administrations[0].parts = {{.site = at, .workload = 3, .servers = 2},
                                          {.site = 1, .workload = 3, .servers = 2},
                                          {.site = 0, .workload = 4, .servers = 9}};
    }
    const CostPlan plan = made.plan();
    const auto fee = [&](int year) {
        return plan.running().at({year, 1, CostKind::provider_fees, "register"}).eur;
    };
    CHECK(fee(2026) == Approx(2'000.0 * 1.19));
    CHECK(fee(2028) == Approx(1'000.0 * 1.19));  // half of its servers still run outside
    CHECK(plan.running().at({2030, 1, CostKind::software, "register"}).eur == Approx(500.0 * 1.19));
}

TEST_CASE("a year in two phases costs what its halves cost", "[annual]") {
    FiveYears made;
    const CostPlan whole = made.plan();
    deploy::Deployment& first = made.phases()[2];
    deploy::Deployment second = first;
    first.end_day = second.first_day = 100;
    made.phases().insert(made.phases().begin() + 3, second);
    const CostPlan halves = made.plan();
    CHECK(halves.budget().at(2028).depreciation_eur == Approx(whole.budget().at(2028).depreciation_eur));
    CHECK(halves.budget().at(2028).running_eur == Approx(whole.budget().at(2028).running_eur));
    CHECK(halves.budget().at(2028).closing_eur == Approx(whole.budget().at(2028).closing_eur));
}

}  // namespace
}  // namespace verbund::annual
