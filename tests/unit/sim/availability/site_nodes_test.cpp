#include "sim/availability/site_nodes.hpp"

#include <utility>

#include "models/base/unit_factors.hpp"
#include "sim/availability/core/closed_form.hpp"
#include "sim/availability/core/monte_carlo.hpp"
#include "tests/support/catch.hpp"

namespace verbund::availability {
namespace {

using test::Approx;

/// Figures by which nothing fails.
Figures nothing_fails() {
    Figures f;
    for (Failures* failures : {&f.host, &f.storage, &f.room_switch, &f.ups_module, &f.cooling_dx,
                               &f.cooling_chilled, &f.utility_long, &f.utility_short, &f.utility_wide,
                               &f.site_loss, &f.software, &f.ransomware, &f.fibre_per_km})
        *failures = {.per_year = 0.0, .repair = FixedTime{1.0}};
    return f;
}

/// Downtime per year, h, of a site with those figures, exact but for the few failures drawn in 4,000 years.
Estimate downtime(const Figures& figures, const study::Recovery& recovery, const SiteDesign& design) {
    study::Availability availability;
    availability.restart = 0.0 * hours;
    System system;
    const NodeId site = add_site(system, {&figures, &availability, &recovery}, design, {});
    system.add_service(site, {{system.add_report(), 1.0}});
    return simulate(system, {.seed = 3, .years = 4000}).front();
}

SiteDesign small_site() { return {.stream = "s", .at = {}, .switch_pair = false}; }

TEST_CASE("nothing of a site fails when none of its parts does", "[availability]") {
    CHECK(downtime(nothing_fails(), {}, small_site()).downtime_h == 0.0);
}

TEST_CASE("hosts, storage, switches and the site itself each take a single room down", "[availability]") {
    // 12 failures of 10 h: 8766 h x 12 x 10 / (8766 + 120) = 118.4 h a year.
    const double exact = (1.0 - component_availability(12.0, 10.0)) * hours_per_year;
    CHECK(exact == Approx(118.4).epsilon(0.001));
    for (Failures Figures::*part :
         {&Figures::host, &Figures::storage, &Figures::room_switch, &Figures::site_loss}) {
        Figures figures = nothing_fails();
        (figures.*part).per_year = 12.0;
        (figures.*part).repair = FixedTime{10.0};
        CHECK(downtime(figures, {}, small_site()).downtime_h == Approx(exact).epsilon(0.03));
    }
}

TEST_CASE("a room outlasts a loss of cooling up to its thermal limit", "[availability]") {
    // 12 losses of 4 h a year; hosts stop 1 h after each: three quarters of the time are downtime.
    Figures figures = nothing_fails();
    figures.cooling_dx.per_year = 12.0;
    figures.cooling_dx.repair = FixedTime{4.0};
    study::Recovery recovery;
    recovery.thermal_limit = 1.0 * hours;
    const double without = (1.0 - component_availability(12.0, 4.0)) * hours_per_year;
    CHECK(downtime(figures, recovery, small_site()).downtime_h == Approx(0.75 * without).epsilon(0.03));
    recovery.thermal_limit = 5.0 * hours;
    CHECK(downtime(figures, recovery, small_site()).downtime_h == 0.0);
}

TEST_CASE("a battery bridges what is shorter than it lasts", "[availability]") {
    // 12 losses of utility of 2 h a year; the UPS carries half an hour of each, or all of it.
    Figures figures = nothing_fails();
    figures.utility_short.per_year = 12.0;
    figures.utility_short.repair = FixedTime{2.0};
    SiteDesign site = small_site();
    site.supply.ups_autonomy = 30.0 * minutes;
    const double without = (1.0 - component_availability(12.0, 2.0)) * hours_per_year;
    CHECK(downtime(figures, {}, site).downtime_h == Approx(0.75 * without).epsilon(0.03));
    site.supply.ups_autonomy = 3.0 * hours;
    CHECK(downtime(figures, {}, site).downtime_h == 0.0);
}

TEST_CASE("a mobile generator carries from its coming on, a site's own at once", "[availability]") {
    // 12 losses of utility of 8 h a year, half an hour of battery: without a generator 15/16 of that time is
    // downtime, with one that comes after 4 h only 3.5 h of each loss, with one that starts in 30 s none.
    Figures figures = nothing_fails();
    figures.utility_short.per_year = 12.0;
    figures.utility_short.repair = FixedTime{8.0};
    figures.genset_mttf_h = 1e9;
    SiteDesign site = small_site();
    site.supply.ups_autonomy = 30.0 * minutes;
    const double without = (1.0 - component_availability(12.0, 8.0)) * hours_per_year;
    CHECK(downtime(figures, {}, site).downtime_h == Approx(15.0 / 16.0 * without).epsilon(0.03));
    site.supply.generator = continuity::EmergencyPower::feed_in;
    site.supply.generator_start = 4.0 * hours;
    CHECK(downtime(figures, {}, site).downtime_h == Approx(3.5 / 8.0 * without).epsilon(0.03));
    site.supply.generator = continuity::EmergencyPower::own;
    site.supply.generator_start = 30.0 * seconds;
    CHECK(downtime(figures, {}, site).downtime_h == 0.0);
}

TEST_CASE("a spare cooling unit takes over, a missing one does not", "[availability]") {
    // Two units of which one is needed, 12 failures of 10 h each: both down at once for the square of the
    // share, 0.0135^2 x 8766 h = 1.6 h, without common causes.
    Figures figures = nothing_fails();
    figures.cooling_dx.per_year = 12.0;
    figures.cooling_dx.repair = ExponentialTime{10.0};
    study::Recovery recovery;
    recovery.thermal_limit = 0.0 * minutes;
    SiteDesign spare = small_site();
    spare.cooling = facility::Redundancy::n_plus_1;
    const double q = 1.0 - component_availability(12.0, 10.0);
    CHECK(downtime(figures, recovery, spare).downtime_h == Approx(q * q * hours_per_year).epsilon(0.15));
    SiteDesign two_needed = small_site();
    two_needed.cooling_units = 2;
    CHECK(downtime(figures, recovery, two_needed).downtime_h ==
          Approx((1.0 - (1.0 - q) * (1.0 - q)) * hours_per_year).epsilon(0.03));
}

}  // namespace
}  // namespace verbund::availability
