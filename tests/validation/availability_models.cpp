#include <cmath>

#include "sim/availability/core/monte_carlo.hpp"
#include "sim/availability/figures.hpp"
#include "sim/availability/parts.hpp"
#include "sim/availability/site_nodes.hpp"
#include "tests/support/catch.hpp"
#include "tests/unit/scenarios/small_study.hpp"

/// The failure figures against published statistics.
namespace verbund::availability {
namespace {

const catalog::Catalog& shipped() {
    static const study::StudySet set = test::read_text(test::small_study);
    return set.catalog;
}

Estimate estimate_of(System& system, NodeId node) {
    system.add_service(node, {{system.add_report(), 1.0}});
    return simulate(system, {.seed = 17, .years = 50'000}).front();
}

/// Downtime of a site's plant per year, h.
double plant_downtime(const SiteDesign& design) {
    const Figures figures = read_figures(shipped(), {});
    const study::Availability availability;
    const study::Recovery recovery;
    const SiteRules rules{&figures, &availability, &recovery};
    System system;
    return estimate_of(system, add_site(system, rules, design, {})).downtime_h;
}

}  // namespace

TEST_CASE("the utility model alone meets the national SAIDI", "[validation][availability]") {
    // SAIDI counts unplanned losses of more than 3 min without force majeure: 12.5 min/a fitted, published
    // ten-year mean 12.7, years 2015-2024 between 10.7 and 15.1 (FACTS F).
    const auto minutes_of = [](double sigma) {
        const Figures figures = read_figures(shipped(), {});
        Failures utility = figures.utility_long;
        std::get<LognormalTime>(utility.repair).sigma *= sigma;
        System system;
        const NodeId node = add_part(system, "utility", utility);
        return estimate_of(system, node).downtime_h * 60.0;
    };
    CHECK(minutes_of(1.0) == Approx(12.5).epsilon(0.05));
    CHECK(minutes_of(1.0) == Approx(12.7).epsilon(0.07));
    CHECK(minutes_of(1.3) > 15.1);  // twin: a wider spread of lengths
}

TEST_CASE("sites by availability class come near the planning defaults of the field",
          "[validation][availability]") {
    // Planning defaults (FACTS F): class 1: 0.8 outages of 4 h a year = 3.2 h; class 2: 0.35 x 4 h = 1.4 h;
    // class 3: 0.12 x 3 h = 0.36 h.  They are assumptions, no measurements: within a factor of 2.5 is what
    // they can show.  The model lies at their low end, since a repair takes its stated mean (12 h for a
    // cooling unit), not the middle of its range (16 h).  The total loss of a site, 2.2e-4 x 60 d = 0.317 h,
    // is no part of them.
    const double loss_h = 0.317;
    const double factor = 2.5;
    SiteDesign home{.stream = "home", .at = {}, .hosts = 4, .hosts_needed = 3, .switch_pair = false};
    SiteDesign second{.stream = "second",
                      .at = {},
                      .hosts = 12,
                      .hosts_needed = 11,
                      .ups = facility::Redundancy::n_plus_1,
                      .ups_modules = 4,
                      .cooling = facility::Redundancy::n_plus_1,
                      .chilled = true,
                      .cooling_units = 2};
    second.supply.ups_autonomy = continuity::autonomy_beside_generator;  // short batteries, no generator
    SiteDesign third = second;
    third.supply.generator = continuity::EmergencyPower::own;
    third.supply.generator_start = 30.0 * seconds;
    third.ups = facility::Redundancy::two_n;
    third.cooling = facility::Redundancy::two_n;
    third.two_feeders = true;
    const double home_h = plant_downtime(home) - loss_h;
    const double second_h = plant_downtime(second) - loss_h;
    const double third_h = plant_downtime(third) - loss_h;
    CHECK(home_h > 3.2 / factor);
    CHECK(home_h < 3.2 * factor);
    CHECK(second_h > 1.4 / factor);
    CHECK(second_h < 1.4 * factor);
    CHECK(third_h > 0.36 / factor);
    CHECK(third_h < 0.36 * factor);
}

TEST_CASE("a well maintained generator survives two weeks in four of five cases",
          "[validation][availability]") {
    // Marqusee and Jenket, Applied Energy 268 (2020) 114918: 80 % over two weeks; exp(-336 h / 1662 h) = 82
    // %.
    const Figures figures = read_figures(shipped(), {});
    CHECK(std::exp(-14.0 * 24.0 / figures.genset_mttf_h) == Approx(0.80).margin(0.03));
    study::Availability poorly;
    poorly.genset_care = study::Care::poorly;
    // Poorly maintained: half fail within 48 h.
    CHECK(std::exp(-48.0 / read_figures(shipped(), poorly).genset_mttf_h) == Approx(0.5).margin(0.01));
}

}  // namespace verbund::availability
