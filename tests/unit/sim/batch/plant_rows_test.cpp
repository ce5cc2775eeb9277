#include "sim/batch/rows.hpp"
#include "sim/batch/run_study.hpp"
#include "tests/support/catch.hpp"
#include "tests/unit/scenarios/small_study.hpp"

namespace verbund::batch {
namespace {

using test::WithinRel;

outcome::Run run_with(const std::string& lines) {
    return run_study(test::read_text(test::spoilt("      r1: {it_power: 20 kW, racks: 6}\n",
                                                  "      r1: {racks: 40}\n" + lines)),
                     {}, nullptr);
}

TEST_CASE("units of plant are told in the first year and whenever they change", "[batch]") {
    const outcome::Run run = run_with("");
    std::size_t ups = 0;
    for (const outcome::PlantUnits& row : run.rows<outcome::PlantUnits>()) {
        CHECK(row.needed >= 1.0);
        CHECK(row.installed >= row.needed);
        if (row.kind != "ups" || row.variant != 0 || row.site != "north") continue;
        ++ups;
        CHECK(row.installed == row.needed + 1.0);  // N+1
        CHECK(row.unit == "kW");
    }
    CHECK(ups >= 1);
    CHECK(run.rows<outcome::SharedCenter>().empty());
}

TEST_CASE("a shared center is told as a whole beside the study's part", "[batch]") {
    const outcome::Run alone = run_with("");
    const outcome::Run run = run_with("    other_load: {it_power: 30 kW, growth: 0 %/a, from: 2027}\n");
    const std::vector<outcome::SharedCenter>& rows = run.rows<outcome::SharedCenter>();
    REQUIRE_FALSE(rows.empty());
    CHECK(rows.front().year == 2027);
    CHECK(rows.front().site == "north");
    CHECK_THAT(rows.front().other_it_kw, WithinRel(30.0, 1e-9));
    // The study's IT energy is what it was; its grid energy is its share of the whole.
    const std::size_t at = run.yearly_index(0, 5, 0);
    const outcome::SiteYear& year = run.yearly.at(at);
    CHECK_THAT(year.energy.it_mwh, WithinRel(alone.yearly.at(at).energy.it_mwh, 1e-9));
    CHECK_THAT(year.energy.grid_mwh,
               WithinRel(rows.front().clients_share * rows.front().center_grid_mwh, 1e-9));
    CHECK_THAT(year.cost.energy_eur,
               WithinRel(rows.front().clients_share * rows.front().center_cost_energy_eur, 1e-9));
    CHECK(year.servers_placed == alone.yearly.at(at).servers_placed);
    CHECK(year.resources[Resource::it_power].limit > alone.yearly.at(at).resources[Resource::it_power].limit);
}

TEST_CASE("units of plant are told anew only where they change", "[batch]") {
    const auto plant = [](int ups, double racks) {
        deploy::Plant made;
        made.limits[Resource::racks] = racks;
        deploy::RoomPlant room;
        room.ups_modules = {10.0, ups};
        room.chain.ups_installed = 10.0 * (ups + 1) * kilowatt;
        room.cooling_units = {20.0, 2};
        made.rooms = {room};
        return std::make_shared<const deploy::Plant>(made);
    };
    deploy::VariantDeployment variant;
    variant.sites.resize(1);
    variant.sites[0].id = "south";
    const study::Center center;
    variant.sites[0].center = &center;
    // 2026: more racks, so a plant of its own with the same units; 2027: a module more.
    const auto plants = {plant(2, 4.0), plant(2, 6.0), plant(3, 6.0)};
    for (const auto& standing : plants) {
        deploy::Deployment phase;
        phase.year = 2025 + static_cast<int>(variant.phases.size());
        phase.sites.resize(1);
        phase.sites[0].in_operation = true;
        phase.sites[0].plant = standing;
        variant.phases.push_back(std::move(phase));
    }
    const auto rows = plant_rows(variant, 0);
    REQUIRE(rows.size() == 4);  // UPS and cooling in 2025 and in 2027
    CHECK(rows[1].year == 2025);
    CHECK(rows[2].year == 2027);
    CHECK(rows[2].needed == 3.0);
    CHECK(rows[2].installed == 4.0);
}

}  // namespace
}  // namespace verbund::batch
