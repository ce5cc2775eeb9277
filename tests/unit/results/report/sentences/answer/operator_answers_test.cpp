#include "results/report/sentences/answer/operator_answers.hpp"

#include "tests/support/catch.hpp"

namespace verbund::report {
namespace {

using test::contains;

const Style english{Language::english, true, false, 100};

outcome::Run with(std::vector<outcome::OperatorYear> rows) {
    outcome::Run run;
    run.variants = {{"joined", "", ""}};
    run.years = {2029, 2030};
    run.milestones = {2030};
    for (outcome::OperatorYear& row : rows)
        if (row.year == 0) row.year = 2030;
    run.rows<outcome::OperatorYear>() = std::move(rows);
    return run;
}

TEST_CASE("without a tariff and positions stated nothing is said", "[report]") {
    CHECK(operator_points(with({{.name = "zv", .cost_eur = 1e6, .positions = 3.0}}), 0, english).empty());
}

TEST_CASE("bills stand beside the cost with the rates that cover it", "[report]") {
    const auto points = operator_points(with({{.name = "zv",
                                               .cost_eur = 1.5e6,
                                               .billed_eur = 1.2e6,
                                               .covering_factor = 1.25,
                                               .workplace_month_eur = 41.0,
                                               .server_month_eur = 120.0}}),
                                        0, english);
    REQUIRE(points.size() == 1);
    CHECK_THAT(
        points[0],
        contains("Tariff of zv in 2030: 1.20 million EUR billed at a cost of 1.50 million EUR; 125 %"));
    CHECK_THAT(points[0], contains("41.0 EUR per workplace alone or 120 EUR per server alone"));
    const auto free =
        operator_points(with({{.name = "zv", .cost_eur = 1.5e6, .billed_eur = 0.0}}), 0, english);
    CHECK_THAT(free.at(0), contains("nothing billed"));
}

TEST_CASE("who has too few positions is named, of other years and of enough nothing", "[report]") {
    const auto points = operator_points(
        with({{.name = "zv", .positions = 6.2, .positions_filled = 4.0, .positions_missing = 2.2},
              {.year = 2029,
               .name = "zv",
               .positions = 9.0,
               .positions_filled = 4.0,
               .positions_missing = 5.0},
              {.name = "kreis", .positions = 1.0, .positions_filled = 2.0, .positions_missing = 0.0}}),
        0, english);
    REQUIRE(points.size() == 1);
    CHECK_THAT(points[0], contains("zv needs 6.20 positions to run its centers and has 4.00 filled"));
}

TEST_CASE("of many operators the three largest are told, and how many more there are", "[report]") {
    std::vector<outcome::OperatorYear> rows;
    for (int i = 0; i < 5; ++i)
        rows.push_back({.name = "o" + std::to_string(i), .cost_eur = 1e6 * i, .billed_eur = 0.0});
    const auto points = operator_points(with(rows), 0, english);
    REQUIRE(points.size() == 4);
    CHECK_THAT(points[0], contains("o4"));
    CHECK_THAT(points[3], contains("2 more operators"));
}

}  // namespace
}  // namespace verbund::report
