#include "sim/batch/sweep/break_even.hpp"

#include <cmath>
#include <string>

#include "sim/batch/run_study.hpp"
#include "tests/support/catch.hpp"
#include "tests/unit/scenarios/small_study.hpp"

namespace verbund::batch {
namespace {

/// Licences of the first variant alone move with their price; the second has dearer staff in their place.
const std::string licences_or_staff =
    test::spoilt("b: {base: a, home: {rooms: 2}}",
                 "b: {base: a, economics: {hypervisor: open-source}, prices: {staff-fte: 91000 EUR/a}}");

double cost_over_horizon(const outcome::Run& run, std::size_t variant) {
    double sum = 0.0;
    for (std::size_t y = 0; y < run.years.size(); ++y)
        sum += run.summary[run.summary_index(variant, y)].cost.total_eur;
    return sum;
}

/// Cost of the first variant less that of the second at a price of licences.
double difference_at(const std::string& price) {
    const study::StudySet set =
        test::read_text(licences_or_staff, {.overrides = {{"prices.licence", price}}, .seed = {}});
    const outcome::Run run = run_study(set, {.jobs = 2, .progress = {}});
    return cost_over_horizon(run, 0) - cost_over_horizon(run, 1);
}

TEST_CASE("an order turns where two lines cross", "[sweep]") {
    // Cost is linear in the price of a licence, so two runs tell the line and where it is zero.
    const double at_100 = difference_at("100 EUR/a");
    const double slope = (difference_at("300 EUR/a") - at_100) / 200.0;
    const double zero = 100.0 - at_100 / slope;
    REQUIRE(zero > 0.0);
    REQUIRE(zero < 500.0);

    const outcome::BreakEven found =
        break_even(test::read_text(licences_or_staff), figure_range("prices.licence=0 EUR/a..500 EUR/a"), {});
    REQUIRE(found.points.size() == 1);
    CHECK(found.points.front().outcome == "cost_total_eur");
    CHECK(found.points.front().less_below == "a");
    CHECK(found.points.front().less_above == "b");
    // Half of what is left of a step of 62.5 EUR after six halvings.
    CHECK(std::abs(found.points.front().value - zero) <= 62.5 / 64.0 / 2.0);
    CHECK(found.unit == "EUR/a");
    CHECK(found.samples.size() == 9);
    CHECK(found.samples.back() == 500.0);
    // What the figure does not reach stays.
    CHECK(found.sum(0, 1, 0) == found.sum(0, 1, 8));
}

TEST_CASE("without ends a figure moves between those of its default", "[sweep]") {
    const outcome::BreakEven found =
        break_even(test::read_text(licences_or_staff), figure_range("prices.licence"), {});
    CHECK(found.samples.front() == 150.0);  // cost.licence in models/catalog/figures.csv
    CHECK(found.samples.back() == 350.0);
}

TEST_CASE("a figure without ends, one end alone and a key that is none are refused", "[sweep]") {
    const study::StudySet set = test::read_text(licences_or_staff);
    CHECK_THROWS_AS(break_even(set, figure_range("horizon.first"), {}), InvalidInput);
    CHECK_THROWS_AS(figure_range("prices.licence=5 EUR/a"), InvalidInput);
    CHECK_THROWS_AS(break_even(set, figure_range("prices.licenze=0 EUR/a..5 EUR/a"), {}), InvalidInput);
    CHECK_THROWS_AS(break_even(set, figure_range("prices.licence=5 EUR/a..1 EUR/a"), {}), InvalidInput);
}

TEST_CASE("the engines of a study's sweep play nothing where an order turns", "[sweep]") {
    study::StudySet set = test::read_text(licences_or_staff);
    set.sweep.engines = {study::SweepEngine::availability, study::SweepEngine::events};
    const outcome::BreakEven found = break_even(set, figure_range("prices.licence=0 EUR/a..500 EUR/a"), {});
    CHECK(found.points.size() == 1);
}

TEST_CASE("no order is told of variants that serve other people", "[sweep]") {
    const study::StudySet set = test::read_text(
        test::spoilt("b: {base: a, home: {rooms: 2}}",
                     "b: {base: a, territory: {administrations: {kaarst: {ags: \"05162016\"}}}}"));
    const outcome::BreakEven found = break_even(set, figure_range("estate.growth.compute=0 %/a..10 %/a"), {});
    CHECK(found.points.empty());
}

}  // namespace
}  // namespace verbund::batch
