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

}  // namespace
}  // namespace verbund::batch
