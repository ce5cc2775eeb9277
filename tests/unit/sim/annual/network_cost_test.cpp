#include <cmath>

#include "scenarios/study/price_book.hpp"
#include "sim/annual/cost_plan.hpp"
#include "sim/deploy/world.hpp"
#include "tests/support/catch.hpp"
#include "tests/unit/scenarios/small_study.hpp"

using namespace verbund;

namespace {

/// Yearly cost of routes in 2026 of the small study, in which primary north falls back on `backup`; south
/// and east lie on the meridian of north, 2 and 3 degrees of latitude away.
double network_eur(const std::string& backup, const std::string& moves = "") {
    std::string text = test::spoilt("at: {lat: 51.2, lon: 6.69}", "at: {lat: 51, lon: 10}");
    const auto replace = [&text](const std::string& from, const std::string& to) {
        text.replace(text.find(from), from.size(), to);
    };
    replace(
        "  south:\n    at: {lat: 50.11, lon: 8.68}\n",
        "  east:\n    at: {lat: 54, lon: 10}\n    commissioned: 2023-06-01\n    group: far\n    rooms: {r1: "
        "{}}\n  south:\n    at: {lat: 49, lon: 10}\n    group: far\n");
    replace("north: {center: south, standby: warm}", "north: " + backup);
    if (!moves.empty()) replace("  everyone: {who: all, to: north, years: [2024, 2026]}\n", moves);
    text += "prices: {ethernet-1-gbit: 1000000 EUR/a, ethernet-10-gbit: 10000000 EUR/a}\n";
    const study::StudySet set = test::read_text(text);
    const deploy::World world{set, 0};
    const economics::PriceBook prices = study::price_book(set.catalog, world.study());
    const annual::CostPlan plan{{world.study(), set.catalog, world.variant(), prices},
                                world.network(),
                                world.variant().phases,
                                set.horizon.last};
    double sum = 0.0;
    for (const auto& [key, running] : plan.running())
        if (key.year == 2026 && key.kind == economics::CostKind::joins) sum += running.eur;
    return sum;
}

/// 2 routes x degrees of latitude (111.2 km each, of a sphere of 6371 km as of the ellipsoid there, to 0.1 %)
/// x 100 EUR per km of air line and one channel of 24,000 EUR, with 19 % tax: beyond 80 km wavelengths, as
/// Ethernet is made dearer here.
double two_routes_eur(double degrees, int pairs = 1) {
    return 1.19 * 2.0 * (degrees * 111.2 * 100.0 + pairs * 24'000.0);
}

}  // namespace

TEST_CASE("a backup site is reached by two routes", "[annual]") {
    CHECK(network_eur("{center: south}") == test::Approx(two_routes_eur(2.0)).epsilon(2e-3));
}

TEST_CASE("every site of a load that spreads from one primary is reached by two routes", "[annual]") {
    CHECK(network_eur("{center: \"group:far\", spread: all}") ==
          test::Approx(two_routes_eur(2.0 + 3.0, 2)).epsilon(2e-3));
    CHECK(network_eur("{center: \"group:far\"}") == test::Approx(two_routes_eur(2.0)).epsilon(2e-3));
}

TEST_CASE("a site that backs up two primaries pays the routes to both", "[annual]") {
    // North lies 3 and south 5 degrees of latitude from east.
    CHECK(network_eur("{center: east}\n  south: {center: east}",
                      "  first: {who: neuss, to: north, years: [2024, 2024]}\n"
                      "  second: {who: dormagen, to: south, years: [2024, 2024]}\n") ==
          test::Approx(two_routes_eur(3.0 + 5.0, 2)).epsilon(2e-3));
}
