#include <cmath>

#include "sim/annual/costs.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/simulated_study.hpp"
#include "tests/unit/scenarios/small_study.hpp"

using namespace verbund;

namespace {

/// Cost of routes in the first year of the small study, in which primary north falls back on `backup`; south
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
    const study::StudySet set = test::read_text(text);
    double sum = 0.0;
    constexpr std::size_t year_2026 = 4;
    const test::Simulated simulated = test::simulate(set);
    for (const outcome::SiteYear& site : simulated.years.at(year_2026).sites) sum += site.cost.network_eur;
    return sum;
}

/// 2 routes x degrees of latitude (111.2 km each, of a sphere of 6371 km as of the ellipsoid there, to 0.1 %)
/// x 2300 EUR per km of air line (cost.wan-route), detours included.
double two_routes_eur(double degrees) { return 2.0 * degrees * 111.2 * 2300.0; }

}  // namespace

TEST_CASE("two routes over 35 km cost what Paderborn and Lemgo pay", "[annual]") {
    // FACTS D4: 160,000 EUR per year for two fibre routes of about 35 km of air line; the catalog's price per
    // km is rounded to hundreds.  With the detour of laid fibre (1.5) on top it would be 241,500.
    const annual::CostBook book = annual::CostBook::from(test::starter_set().catalog);
    CHECK(annual::two_routes_eur(book, 35.0 * kilometre) == test::Approx(160'000.0).epsilon(0.01));
}

TEST_CASE("a backup site is reached by two routes", "[annual]") {
    CHECK(network_eur("{center: south}") == test::Approx(two_routes_eur(2.0)).epsilon(2e-3));
}

TEST_CASE("every site of a load that spreads from one primary is reached by two routes", "[annual]") {
    CHECK(network_eur("{center: \"group:far\", spread: all}") ==
          test::Approx(two_routes_eur(2.0 + 3.0)).epsilon(2e-3));
    CHECK(network_eur("{center: \"group:far\"}") == test::Approx(two_routes_eur(2.0)).epsilon(2e-3));
}

TEST_CASE("a site that backs up two primaries pays the routes to both", "[annual]") {
    // North lies 3 and south 5 degrees of latitude from east.
    CHECK(network_eur("{center: east}\n  south: {center: east}",
                      "  first: {who: neuss, to: north, years: [2024, 2024]}\n"
                      "  second: {who: dormagen, to: south, years: [2024, 2024]}\n") ==
          test::Approx(two_routes_eur(3.0 + 5.0)).epsilon(2e-3));
}
