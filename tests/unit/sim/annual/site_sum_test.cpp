#include "sim/annual/site_sum.hpp"

#include "tests/support/catch.hpp"

namespace verbund::annual {
namespace {

using test::Approx;

/// A phase of a site: energy, mean and peak power.
SitePhase phase_of(double it_mwh, double grid_mwh, double mean_kw, double peak_kw) {
    SitePhase phase;
    phase.row.energy.it_mwh = it_mwh;
    phase.row.energy.grid_mwh = grid_mwh;
    phase.row.it_power_mean_kw = mean_kw;
    phase.row.pue = grid_mwh / it_mwh;
    phase.row.wue_l_per_kwh = 0.5;
    phase.row.erf = 0.1;
    phase.row.resources[Resource::it_power] = {peak_kw, 100.0};
    phase.row.it_peak_hour = peak_kw;
    phase.it_mwh = it_mwh;
    phase.grid_mwh = grid_mwh;
    phase.it_peak_kw = peak_kw;
    return phase;
}

TEST_CASE("a site with one phase is that phase", "[annual]") {
    SiteSum sum;
    outcome::SiteYear year;
    SitePhase phase = phase_of(0.1 + 0.2, 0.7, 1.0 / 3.0, 2.0);
    phase.row.pue = 2.3000000000000003;  // of sums in Wh, not the quotient of these MWh
    phase.clients_share = 1.0 / 7.0;
    sum.add(phase, 1.0, year);
    CHECK(year.energy.it_mwh == phase.row.energy.it_mwh);
    CHECK(year.pue == phase.row.pue);
    CHECK(year.it_power_mean_kw == phase.row.it_power_mean_kw);
    CHECK(sum.clients_share_of_grid() == phase.clients_share);
}

TEST_CASE("energies add up, means count by time, ratios are those of the sums", "[annual]") {
    // A quarter of the year with 10 MWh and a PUE of 1.5, then three quarters with 30 MWh and 1.3.
    SiteSum sum;
    outcome::SiteYear year;
    sum.add(phase_of(10.0, 15.0, 4.0, 8.0), 0.25, year);
    sum.add(phase_of(30.0, 39.0, 6.0, 7.0), 0.75, year);
    CHECK(year.energy.it_mwh == Approx(40.0));
    CHECK(year.it_power_mean_kw == Approx(0.25 * 4.0 + 0.75 * 6.0));
    CHECK(year.pue == Approx(54.0 / 40.0));
    CHECK(year.wue_l_per_kwh == Approx(0.5));
    CHECK(year.erf == Approx(0.1));
    CHECK(year.resources[Resource::it_power].need == 8.0);
    CHECK(year.it_peak_hour == 8.0);
}

TEST_CASE("the load of the UPS is the mean over the time in operation, of what stood there", "[annual]") {
    // 40 % over a quarter, 20 % over a half, shut for the last quarter: (0.1 + 0.1) / 0.75.
    SiteSum sum;
    outcome::SiteYear year;
    SitePhase phase = phase_of(10.0, 15.0, 4.0, 8.0);
    phase.row.ups_load_share = 0.4;
    sum.add(phase, 0.25, year);
    CHECK(year.ups_load_share == 0.4);
    phase.row.ups_load_share = 0.2;
    sum.add(phase, 0.5, year);
    CHECK(year.ups_load_share == Approx(0.2 / 0.75));
}

TEST_CASE("a site of half a year has half the mean power", "[annual]") {
    SiteSum sum;
    outcome::SiteYear year;
    sum.add(phase_of(5.0, 7.0, 2.0, 3.0), 0.5, year);
    CHECK(year.it_power_mean_kw == Approx(1.0));
}

TEST_CASE("a need stands beside the limit to which it comes closest", "[annual]") {
    // 60 of 100 kW before an extension is tighter than 90 of 200 after it.
    SitePhase before = phase_of(1.0, 1.5, 1.0, 60.0);
    before.row.binding = Resource::it_power;
    before.row.binding_share = 0.6;
    before.tightness = {Resource::it_power, 60.0, 100.0};
    SitePhase after = phase_of(1.0, 1.5, 1.0, 90.0);
    after.row.resources[Resource::it_power].limit = 200.0;
    after.row.binding = Resource::it_power;
    after.row.binding_share = 0.45;
    after.tightness = {Resource::it_power, 90.0, 200.0};
    SiteSum sum;
    outcome::SiteYear year;
    sum.add(before, 0.5, year);
    sum.add(after, 0.5, year);
    CHECK(year.resources[Resource::it_power].need == 60.0);
    CHECK(year.resources[Resource::it_power].limit == 100.0);
    CHECK(year.binding_share == 0.6);
    CHECK(sum.tightness().need == 60.0);
    CHECK(year.it_peak_hour == 90.0);  // the peak itself is the later one
}

}  // namespace
}  // namespace verbund::annual
