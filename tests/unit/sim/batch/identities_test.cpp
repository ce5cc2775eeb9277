#include "sim/batch/identities.hpp"

#include <cmath>
#include <span>

#include "models/base/diagnostics.hpp"
#include "models/base/random.hpp"
#include "sim/deploy/phase_plan.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/simulated_study.hpp"

namespace verbund::batch {
namespace {

/// A random small plan: who moves when and how, what is limited, how it is backed up.
study::StudySet random_plan(int round) {
    RandomStream random(11, "test/identities/" + std::to_string(round));
    study::StudySet set = test::starter_set();
    const int first = 2022 + static_cast<int>(random.below(8));
    set.horizon = {first, first + 1};
    set.variants.erase(set.variants.begin());
    study::Study& study = set.variants[0].study;
    study.estate.provider_share = random.uniform() * one;
    study.home.rooms = 1 + static_cast<int>(random.below(2));
    study.home.reserve = random.uniform() * one;
    study::Center& north = study.centers.at("north");
    north.commissioned = {2020, 1, 1};
    north.role = random.uniform() < 0.5 ? study::CenterRole::provider : study::CenterRole::shared;
    study.centers.at("south").commissioned = {2020, 1, 1};
    study::Room& room = north.rooms.at("r1");
    if (random.uniform() < 0.5) room.it_power = (1.0 + 30.0 * random.uniform()) * kilowatt;
    if (random.uniform() < 0.4) room.racks = static_cast<int>(random.below(4));
    if (random.uniform() < 0.3) room.ups_power = (1.0 + 20.0 * random.uniform()) * kilowatt;
    if (random.uniform() < 0.3) north.storage = (1.0 + 200.0 * random.uniform()) * terabyte;
    if (random.uniform() < 0.3) north.grid_connection = (5.0 + 400.0 * random.uniform()) * kilowatt;
    if (random.uniform() < 0.5) north.rooms["r2"].cooling = "adiabatic";
    study::Move& move = study.moves.begin()->second;
    move.years = {first, first + static_cast<int>(random.below(3))};
    if (random.uniform() < 0.5) {
        const Quarter from{first, 1 + static_cast<int>(random.below(4))};
        move.years.reset();
        move.quarters = study::MoveQuarters{from, next(next(from))};
        north.commissioned = first_day(from);
    }
    move.virtualise_physical = random.uniform() * one;
    move.multi_tenant_saving = random.uniform() < 0.5 ? Fraction{} : 0.3 * random.uniform() * one;
    move.containerised_only = random.uniform() < 0.2;
    study::Backup& backup = study.backups.at("north");
    backup.standby = static_cast<continuity::StandbyMode>(random.below(4));
    backup.protects = random.uniform() < 0.5 ? study::ProtectedLoad::all : study::ProtectedLoad::critical;
    if (random.uniform() < 0.5) {
        study.estate.procedures.basis = study::ProcedureBasis::survey;
        study.estate.procedures.fixed_share = random.uniform() * one;
        if (random.uniform() < 0.5) backup.protects = study::ProtectedLoad::critical_procedures;
    }
    return set;
}

double relative_difference(double a, double b) {
    return std::abs(a - b) / std::max({std::abs(a), std::abs(b), 1e-300});
}

double parts_of(const outcome::EnergyParts& e) {
    return e.it_mwh + e.distribution_mwh + e.ups_mwh + e.auxiliary_mwh + e.cooling_mwh + e.transformer_mwh;
}

TEST_CASE("whatever is planned, energy is conserved and no server is lost", "[batch]") {
    int with_refusals = 0;
    int with_phases = 0;
    for (int round = 0; round < 40; ++round) {
        const study::StudySet set = random_plan(round);
        const test::Simulated run = test::simulate(set);
        const std::vector<deploy::PhaseRange> ranges = deploy::phases_by_year(run.variant.phases);
        for (std::size_t y = 0; y < run.years.size(); ++y) {
            const std::span phases =
                std::span{run.variant.phases}.subspan(ranges[y].first, ranges[y].end - ranges[y].first);
            const deploy::Deployment& year = phases.back();
            const annual::YearOutcome& out = run.years[y];
            REQUIRE_NOTHROW(check_identities(run.variant, phases, out));
            with_phases += phases.size() > 1 ? 1 : 0;
            double grid = 0.0;
            double asked = 0.0;
            double owned = 0.0;
            for (const outcome::SiteYear& site : out.sites) {
                if (site.in_operation == 0.0) continue;
                REQUIRE(relative_difference(site.energy.grid_mwh, parts_of(site.energy)) < 1e-10);
                REQUIRE(site.servers_placed + site.servers_refused == site.servers_asked);
                REQUIRE(site.vms + site.physical_servers == site.servers_placed);
                REQUIRE(std::isfinite(site.cost.total_eur));
                with_refusals += site.servers_refused > 0.0 ? 1 : 0;
                grid += site.energy.grid_mwh;
                asked += site.servers_asked;
            }
            for (const deploy::AdministrationDeployment& a : year.administrations) owned += a.servers;
            REQUIRE(asked == owned);
            REQUIRE(out.summary.servers_asked == owned);
            REQUIRE(relative_difference(out.summary.energy.grid_mwh, grid) < 1e-12);
        }
    }
    CHECK(with_refusals > 5);  // the plans were tight enough to matter
    CHECK(with_phases > 10);
}

/// A sound outcome to be spoilt in one number.
struct Sound {
    study::StudySet set = [] {
        study::StudySet s = test::starter_set();
        s.horizon = {2026, 2026};
        return s;
    }();
    test::Simulated run = test::simulate(set, 1);

    void check() const { check_identities(run.variant, {run.variant.phases.data(), 1}, run.years[0]); }
};

TEST_CASE("a year that is not the sum of its phases fails the run", "[batch]") {
    Sound sound;
    sound.run.years[0].phases[0].energy_it_mwh *= 1.001;
    CHECK_THROWS_WITH(sound.check(), test::contains("phases against year"));
}

TEST_CASE("energy that went missing at a site fails the run with both numbers, site and year", "[batch]") {
    Sound sound;
    REQUIRE_NOTHROW(sound.check());
    outcome::EnergyParts& energy = sound.run.years[0].sites[0].energy;
    energy = {.it_mwh = 10.0, .cooling_mwh = 5.0, .grid_mwh = 15.5};
    CHECK_THROWS_AS(sound.check(), RunFailed);
    CHECK_THROWS_WITH(sound.check(), test::contains("energy") && test::contains("north") &&
                                         test::contains("2026") && test::contains("15.5") &&
                                         test::contains("against 15"));
}

TEST_CASE("an error of a millionth does not pass for rounding", "[batch]") {
    Sound sound;
    sound.run.years[0].sites[0].energy.cooling_mwh *= 1.0 + 1e-6;
    CHECK_THROWS_AS(sound.check(), RunFailed);
}

TEST_CASE("energy that is below zero fails the run although its parts add up", "[batch]") {
    Sound sound;
    outcome::SiteYear& site = sound.run.years[0].sites[0];
    site.energy = {.it_mwh = 10.0, .ups_mwh = -6.0, .grid_mwh = 4.0};
    CHECK_THROWS_WITH(sound.check(),
                      test::contains("impossible: energy of the UPS (MWh) of north in 2026 is -6"));
    // A COP of -2.1 gave a PUE of 0.45; here the parts hide it in each other.
    site.energy = {.it_mwh = 10.0, .ups_mwh = 1.0, .grid_mwh = 11.0};
    site.pue = 0.45;
    CHECK_THROWS_WITH(sound.check(),
                      test::contains("impossible: the PUE of north in 2026 is 0.45 (below 1)"));
}

TEST_CASE("an emission or a cost below zero fails the run", "[batch]") {
    const auto message = [](double outcome::SiteYear::*member) {
        Sound sound;
        sound.run.years[0].sites[0].*member = -0.5;
        try {
            sound.check();
        } catch (const RunFailed& failed) {
            return std::string{failed.what()};
        }
        return std::string{};
    };
    CHECK_THAT(message(&outcome::SiteYear::co2_location_t),
               test::contains("CO2, location-based (t) of north"));
    CHECK_THAT(message(&outcome::SiteYear::co2_market_t), test::contains("CO2, market-based (t) of north"));
    CHECK_THAT(message(&outcome::SiteYear::co2_embodied_t), test::contains("CO2, embodied (t) of north"));
    CHECK_THAT(message(&outcome::SiteYear::water_m3), test::contains("water (m3) of north"));
    Sound sound;
    sound.run.years[0].sites[0].cost.hardware_eur = -1.0;
    CHECK_THROWS_WITH(sound.check(),
                      test::contains("cost of hardware (EUR) of north in 2026 is -1 (below zero)"));
}

TEST_CASE("a server that is neither placed nor refused fails the run", "[batch]") {
    Sound sound;
    sound.run.years[0].sites[0].servers_placed -= 1.0;
    CHECK_THROWS_WITH(sound.check(), test::contains("placed + refused") && test::contains("north"));
}

TEST_CASE("a server that no administration owns fails the run", "[batch]") {
    Sound sound;
    sound.run.years[0].sites[0].servers_placed += 1.0;
    sound.run.years[0].sites[0].servers_asked += 1.0;
    CHECK_THROWS_WITH(sound.check(), test::contains("owned by administrations"));
}

TEST_CASE("an administration whose parts do not sum fails the run", "[batch]") {
    Sound sound;
    sound.run.variant.phases[0].administrations[0].parts[0].servers += 1;
    CHECK_THROWS_WITH(sound.check(), test::contains("parts against whole"));
}

TEST_CASE("a total that is not the sum of its parts fails the run", "[batch]") {
    Sound sound;
    sound.run.years[0].summary.energy.ups_mwh += 0.001;
    CHECK_THROWS_WITH(sound.check(), test::contains("all sites"));
}

TEST_CASE("rooms that carry more than the site's load fail the run", "[batch]") {
    Sound sound;
    auto plant = std::make_shared<deploy::Plant>(*sound.run.variant.phases[0].sites[0].plant);
    plant->rooms[0].load_share += 0.1;
    sound.run.variant.phases[0].sites[0].plant = plant;
    CHECK_THROWS_WITH(sound.check(), test::contains("load shares"));
}

/// A site in operation with VMs, to be spoilt.
deploy::SiteDeployment& center_of(Sound& sound) { return sound.run.variant.phases[0].sites[0]; }

TEST_CASE("VMs placed on no host fail the run", "[batch]") {
    Sound sound;
    REQUIRE(center_of(sound).vms > 0);
    center_of(sound).pools[0].hosts.clear();
    CHECK_THROWS_WITH(sound.check(),
                      test::contains("more placed than hosts hold") && test::contains("north"));
}

TEST_CASE("VMs with more memory or vCPUs than their hosts fail the run", "[batch]") {
    Sound sound;
    for (deploy::HostSet& set : center_of(sound).pools[0].hosts)
        sound.run.variant.host_types[set.type].ram_gb /= 100.0;
    CHECK_THROWS_WITH(sound.check(), test::contains("memory of VMs"));
    Sound other;
    other.run.variant.pack_rules.overcommit = 0.01;
    CHECK_THROWS_WITH(other.check(), test::contains("vCPUs"));
}

TEST_CASE("a physical server without a machine fails the run", "[batch]") {
    Sound sound;
    REQUIRE(center_of(sound).physical_servers > 0);
    --center_of(sound).pools[1].hosts.front().count;
    CHECK_THROWS_WITH(sound.check(), test::contains("machines against servers"));
}

TEST_CASE("work that the hosts do not carry fails the run", "[batch]") {
    Sound sound;
    center_of(sound).pools[0].load_ops.front().swing *= 0.999;
    CHECK_THROWS_WITH(sound.check(), test::contains("ssj_ops"));
}

TEST_CASE("vCPUs, memory or data that went missing fail the run", "[batch]") {
    Sound cores;
    center_of(cores).vcpu -= 1.0;
    CHECK_THROWS_WITH(cores.check(), test::contains("vCPUs (placed + refused against asked)"));
    Sound memory;
    center_of(memory).ram_gb -= 1.0;
    CHECK_THROWS_WITH(memory.check(), test::contains("memory (placed + refused against asked)"));
    Sound data;
    center_of(data).storage_tb -= 0.001;
    CHECK_THROWS_WITH(data.check(), test::contains("data (stored + refused against asked"));
}

TEST_CASE("demand that never reached a site fails the run", "[batch]") {
    Sound sound;
    sound.run.variant.phases[0].administrations[0].parts[0].storage_gb *= 1.5F;
    CHECK_THROWS_WITH(sound.check(), test::contains("data (asked of sites against owned)"));
}

}  // namespace
}  // namespace verbund::batch
