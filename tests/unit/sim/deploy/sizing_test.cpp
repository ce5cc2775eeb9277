#include "sim/deploy/sizing.hpp"

#include <map>

#include "sim/deploy/deploy.hpp"
#include "sim/deploy/plant.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/simulated_study.hpp"

namespace verbund::deploy {
namespace {

study::StudySet with_stages(int stage_years) {
    study::StudySet set = test::starter_set();
    for (auto& [id, center] : set.variants[1].study.centers) center.stage_years = stage_years;
    return set;
}

TEST_CASE("a center that the run sizes never needs more than it has", "[deploy]") {
    const study::StudySet set = with_stages(GENERATE(1, 3, 5, 20));
    const VariantDeployment variant = deploy(set, set.variants[1].study);
    int checked = 0;
    for (const Deployment& year : variant.phases) {
        for (std::size_t s = 0; s < set.variants[1].study.centers.size(); ++s) {
            const SiteDeployment& site = year.sites[s];
            if (!site.in_operation) continue;
            REQUIRE(site.plant != nullptr);
            const Limits& limits = site.plant->limits;
            CHECK(site.needs.of[Resource::it_power] <= limits[Resource::it_power]);
            CHECK(site.needs.of[Resource::racks] <= limits[Resource::racks]);
            CHECK(site.needs.of[Resource::storage] <= limits[Resource::storage]);
            CHECK(site.needs.of[Resource::uplink] <= limits[Resource::uplink]);
            CHECK(it_ceiling(*site.plant, set.variants[1].study.facility).it_kw >=
                  site.needs.of[Resource::it_power]);
            CHECK(site.refused.empty());
            ++checked;
        }
    }
    CHECK(checked > 20);
}

TEST_CASE("building only adds, and every step goes on from the one before", "[deploy]") {
    const study::StudySet set = with_stages(GENERATE(1, 3, 5));
    const VariantDeployment variant = deploy(set, set.variants[1].study);
    std::map<std::pair<std::size_t, Resource>, double> built;
    REQUIRE_FALSE(variant.build_steps.empty());
    for (const BuildStep& step : variant.build_steps) {
        CHECK(step.to > step.from);
        CHECK(step.from == built[std::make_pair(step.site, step.resource)]);
        built[{step.site, step.resource}] = step.to;
    }
}

TEST_CASE("a stage lasts for the years it was built for", "[deploy]") {
    const int stage_years = GENERATE(2, 4, 5);
    const study::StudySet set = with_stages(stage_years);
    const VariantDeployment variant = deploy(set, set.variants[1].study);
    std::map<std::size_t, int> last;
    for (const BuildStep& step : variant.build_steps) {
        const auto before = last.find(step.site);
        if (before != last.end() && step.year != before->second)
            CHECK(step.year - before->second >= stage_years);
        last[step.site] = step.year;
    }
}

TEST_CASE("a later stage keeps what an earlier one built", "[deploy]") {
    // 2024 needs 30 kW, 4 racks, 10 TB and 2 Gbit/s; 2025 less of all but storage, of which it needs 30 TB.
    study::Center center;
    center.commissioned = {2020, 1, 1};
    center.stage_years = 1;
    center.reserve = Fraction{};
    center.rooms["r1"] = {};
    VariantDeployment variant;
    variant.sites.resize(1);
    variant.sites[0].center = &center;
    variant.phases.resize(2);
    for (std::size_t y = 0; y < 2; ++y) {
        static_cast<Phase&>(variant.phases[y]) = whole_year(2024 + static_cast<int>(y));
        variant.phases[y].sites.resize(1);
        SiteDeployment& site = variant.phases[y].sites[0];
        site.in_operation = true;
        site.needs.of[Resource::it_power] = y == 0 ? 30.0 : 20.0;
        site.needs.of[Resource::racks] = y == 0 ? 4.0 : 2.0;
        site.needs.of[Resource::storage] = y == 0 ? 10.0 : 30.0;
        site.needs.of[Resource::uplink] = y == 0 ? 2.0 : 0.5;
    }
    size_centers(study::Study{}, test::starter_set().catalog, 2023, variant, [] {});
    const Limits& later = variant.phases[1].sites[0].plant->limits;
    CHECK(later[Resource::it_power] == 30.0);
    CHECK(later[Resource::racks] == 4.0);
    CHECK(later[Resource::storage] == 30.0);
    CHECK(later[Resource::uplink] == 2.0);
}

TEST_CASE("one stage for the whole horizon builds once, stages of a year build again", "[deploy]") {
    const auto years_with_steps = [](int stage_years) {
        const study::StudySet set = with_stages(stage_years);
        std::map<int, int> years;
        for (const BuildStep& step : deploy(set, set.variants[1].study).build_steps)
            if (step.site == 0) ++years[step.year];
        return years.size();
    };
    CHECK(years_with_steps(20) == 1);
    CHECK(years_with_steps(1) > 1);
}

TEST_CASE("the reserve is built on top of the need", "[deploy]") {
    study::StudySet set = with_stages(20);
    study::Center& north = set.variants[1].study.centers.at("north");
    north.reserve = Fraction{};
    const double bare =
        deploy(set, set.variants[1].study).phases.back().sites[0].plant->limits[Resource::it_power];
    north.reserve = 100.0 * percent;
    const double doubled =
        deploy(set, set.variants[1].study).phases.back().sites[0].plant->limits[Resource::it_power];
    CHECK(doubled == test::Approx(2.0 * bare).margin(1.0));  // whole kilowatts
}

TEST_CASE("a center whose limits are all given is built once as given", "[deploy]") {
    study::StudySet set = with_stages(1);
    study::Center& north = set.variants[1].study.centers.at("north");
    north.uplink = 10.0 * gigabit_per_second;
    north.storage = 10.0 * petabyte;
    north.rooms.at("r1").racks = 40;
    north.rooms.at("r1").it_power = 200.0 * kilowatt;
    const VariantDeployment variant = deploy(set, set.variants[1].study);
    std::map<int, int> years;
    for (const BuildStep& step : variant.build_steps) years[step.year] += step.site == 0 ? 1 : 0;
    CHECK(years[2024] > 0);
    for (const auto& [year, steps] : years) CHECK((year == 2024 || steps == 0));
    CHECK(variant.phases.back().sites[0].plant->limits[Resource::it_power] == 200.0);
}

TEST_CASE("a room of an administration is built on when its need exceeds what stands, and refuses nobody",
          "[deploy]") {
    study::StudySet set = test::starter_set();
    study::Study& study = set.variants[1].study;
    study.moves.clear();
    study.estate.provider_share = 0.0 * percent;
    study.estate.growth.compute = 30.0 * percent_per_year;
    study.estate.growth.memory = 30.0 * percent_per_year;
    const VariantDeployment variant = deploy(set, study);
    const std::size_t homes = study.centers.size();
    for (const Deployment& year : variant.phases) {
        for (std::size_t s = homes; s < year.sites.size(); ++s) {
            const SiteDeployment& room = year.sites[s];
            REQUIRE(room.plant != nullptr);
            CHECK(room.refused.empty());
            CHECK(room.needs.of[Resource::it_power] <= room.plant->limits[Resource::it_power]);
            CHECK(room.needs.of[Resource::racks] <= room.plant->limits[Resource::racks]);
        }
    }
    int steps = 0;
    for (const BuildStep& step : variant.build_steps) {
        if (step.site < homes) continue;
        ++steps;
        const auto now = static_cast<std::size_t>(step.year - variant.phases.front().year);
        REQUIRE(now > 0);
        const SiteDeployment& before = variant.phases[now - 1].sites[step.site];
        const SiteDeployment& after = variant.phases[now].sites[step.site];
        CHECK(step.from == before.plant->limits[step.resource]);
        CHECK(step.to == after.plant->limits[step.resource]);
        CHECK(step.to > step.from);
        // Not before it is needed.
        CHECK((after.needs.of[Resource::it_power] > before.plant->limits[Resource::it_power] ||
               after.needs.of[Resource::racks] > before.plant->limits[Resource::racks]));
    }
    CHECK(steps > 0);
}

}  // namespace
}  // namespace verbund::deploy
