#include "sim/annual/endpoints.hpp"

#include <cmath>

#include "models/economics/electricity.hpp"
#include "sim/deploy/world.hpp"
#include "tests/support/catch.hpp"
#include "tests/unit/scenarios/small_study.hpp"

namespace verbund::annual {
namespace {

using test::Approx;

/// The two towns of the small study, with what the text adds.
study::StudySet towns(const std::string& section) {
    return test::read_text(test::spoilt("moves:", section + "moves:"));
}

std::vector<outcome::EndpointYear> rows_of(const study::StudySet& set, int year) {
    const deploy::World world(set, 0);
    return endpoint_rows(world.year(year));
}

TEST_CASE("nothing on desks is counted unless a study asks for it", "[endpoints]") {
    CHECK(rows_of(towns(""), 2022).empty());
    CHECK(rows_of(towns("endpoints: {pc: {per_seat: 0}}\n"), 2022).empty());
}

TEST_CASE("devices are seats times devices per seat, with the energy and the bill of each administration",
          "[endpoints]") {
    study::StudySet set = towns("endpoints: {pc: {per_seat: 1}, monitor: {per_seat: 1.5}}\n");
    for (catalog::EndpointDevice& device : set.catalog.endpoints) {
        device.hours_per_workday = 24.0;  // so that workdays do not count: 24 h of use at the same power
        device.power_w = {10.0, 10.0, 10.0};
        device.standby_w = 10.0;
        device.price_eur = {100.0, 100.0, 100.0};
        device.life_years = 5.0;
    }
    const deploy::World world(set, 0);
    double seats = 0.0;
    for (const deploy::AdministrationDeployment& a : world.year(2022).year().administrations)
        seats += a.seats;
    const std::vector<outcome::EndpointYear> rows = endpoint_rows(world.year(2022));
    REQUIRE(rows.size() == 2);
    // In the order of their ids: monitors, PCs.  10 W at 8,760 h of 2022 are 87.6 kWh a device.
    CHECK(rows[0].device == "monitor");
    CHECK(rows[0].count == std::round(1.5 * seats));
    CHECK(rows[0].energy_mwh == Approx(1.5 * seats * 0.0876));
    CHECK(rows[1].device == "pc");
    CHECK(rows[1].count == std::round(seats));
    CHECK(rows[1].energy_mwh == Approx(seats * 0.0876));
    CHECK(rows[1].cost_devices_eur == Approx(1.19 * std::round(seats) * 100.0 / 5.0));
    // Bills in proportion to energy, together those of the administrations.
    CHECK(rows[0].cost_energy_eur == Approx(1.5 * rows[1].cost_energy_eur));
    double bills = 0.0;
    for (const deploy::AdministrationDeployment& a : world.year(2022).year().administrations) {
        bills += economics::electricity_bill(set.catalog, 2022, 2.5 * a.seats * 87.6 * kilowatt_hour,
                                             economics::PathChoice::mid)
                     .in(euro);
    }
    CHECK(rows[0].cost_energy_eur + rows[1].cost_energy_eur ==
          Approx((1.0 + world.study().economics.value_added_tax.in(one)) * bills));
}

}  // namespace
}  // namespace verbund::annual
