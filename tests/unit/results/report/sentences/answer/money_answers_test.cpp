#include "results/report/sentences/answer/money_answers.hpp"

#include <cmath>

#include <fmt/ranges.h>

#include "tests/support/catch.hpp"

namespace verbund::report {
namespace {

using outcome::Cost;
using test::Approx;
using test::contains;

const Style english{Language::english, true, false, 100};

Cost cost(double licences, double staff, double network) {
    Cost c;
    c.licences_eur = licences;
    c.staff_eur = staff;
    c.network_eur = network;
    c.total_eur = licences + staff + network;
    return c;
}

/// Alone: 100 of licences, 100 of staff, 10 of lines.  Joined: 60, 70 and 100, of which 150 for a center that
/// serves 10 of two administrations' workplaces.
outcome::Run two_variants() {
    outcome::Run run;
    run.variants = {{"alone", "", ""}, {"joined", "", ""}};
    run.years = run.milestones = {2030};
    run.summary.resize(2);
    run.summary[0].cost = cost(100.0, 100.0, 10.0);
    run.summary[1].cost = cost(60.0, 70.0, 100.0);
    run.centers.resize(1);
    run.yearly.resize(2);
    run.yearly[1].workplaces = 10.0;
    run.yearly[1].cost.total_eur = 150.0;
    run.administrations.resize(2);
    run.administration.resize(4);
    run.administration[0].bill_eur = 110.0;
    run.administration[1].bill_eur = 100.0;
    run.administration[2].bill_eur = 105.0;
    run.administration[3].bill_eur = 125.0;
    run.rows<outcome::BudgetRow>() = {{.variant = 0, .year = 2030, .capital_value_eur = 3.0e6},
                                      {.variant = 1, .year = 2030, .capital_value_eur = 4.0e6}};
    return run;
}

std::string told(const outcome::Run& run) {
    return fmt::format("{}", fmt::join(money_points(run, {0, 1}, 0, english), "\n"));
}

TEST_CASE("at its break-even price one kind of cost makes two variants equal", "[report]") {
    // 230 against 210.  Lines: 90 dearer, so at 1 - 20/90 of their price both cost the same.
    const Cost here = cost(60.0, 70.0, 100.0);
    const Cost there = cost(100.0, 100.0, 10.0);
    CHECK(break_even_factor(here, there, &Cost::network_eur) == Approx(1.0 - 20.0 / 90.0));
    CHECK(break_even_factor(here, there, &Cost::licences_eur) == Approx(1.5));
    CHECK(std::isnan(break_even_factor(here, there, &Cost::energy_eur)));
    for (double Cost::*kind : {&Cost::network_eur, &Cost::licences_eur, &Cost::staff_eur}) {
        const double rest = (break_even_factor(here, there, kind) - 1.0) * (here.*kind - there.*kind);
        CHECK(here.total_eur + rest == Approx(there.total_eur));
    }
}

TEST_CASE("of many variants prices that turn the order and who pays less stand in one sentence each",
          "[report]") {
    const outcome::Run run = two_variants();
    CHECK(money_points(run, {0, 1, 1, 1}, 0, english).size() == 2 + 2 * 3);
    const std::vector<std::string> points = money_points(run, {0, 1, 1, 1, 1}, 0, english);
    REQUIRE(points.size() == 4);
    CHECK_THAT(points[2], contains("As dear as alone if one price alone"));
    CHECK_THAT(points[2], contains("joined: WAN 78 %"));
    CHECK_THAT(points[3], contains("joined: 1 of 2, 1.25 EUR, up to "));
}

TEST_CASE("the order is told with staff, without, and with cheap licences", "[report]") {
    // Without staff 110 < 160; with a tenth of the licences 120 < 176.
    CHECK_THAT(told(two_variants()), contains("Cost 2030: alone < joined; without staff and with licences"));
    outcome::Run other = two_variants();
    other.summary[1].cost = cost(60.0, 20.0, 100.0);  // 180 < 210, but 160 > 110 without staff
    CHECK_THAT(told(other), contains("Cost 2030: joined < alone; without staff alone < joined"));
}

TEST_CASE("the price that turns the order, the capital value and who pays less are told", "[report]") {
    const std::string text = told(two_variants());
    CHECK_THAT(text, contains("alone 3.00; joined 4.00 million EUR"));
    CHECK_THAT(text, contains("joined against alone: cost +9.5 %"));
    CHECK_THAT(text, contains("WAN 78 %, licences 150 %, staff 167 %"));
    // 150 EUR over 10 workplaces and 12 months; up to (210 - (230 - 150)) / 120 pays.
    CHECK_THAT(text, contains("1 of 2 administrations pay less than in alone"));
    CHECK_THAT(text, contains("costs 1.25 EUR a month, moving pays for all together up to 1.08 EUR"));
}

}  // namespace
}  // namespace verbund::report
