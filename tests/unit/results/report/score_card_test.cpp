#include "results/report/score_card.hpp"

#include <limits>

#include <nlohmann/json.hpp>

#include "models/base/diagnostics.hpp"
#include "results/report/export/json_export.hpp"
#include "results/report/lookup.hpp"
#include "results/report/terminal/compare_text.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/temporary_folder.hpp"
#include "tests/unit/results/sample_run.hpp"

namespace verbund::report {
namespace {

using test::Approx;
using test::contains;

constexpr int year = 2025;

/// The planners' run of two variants with other totals in the year.
struct TwoVariants {
    outcome::Run run = test::planners_run();

    outcome::VariantYear& row(std::size_t variant) {
        return run.summary.at(run.summary_index(variant, *year_index(run, year)));
    }
    void set(double cost_one, double cost_other, double energy_one, double energy_other) {
        row(0).cost.total_eur = cost_one;
        row(1).cost.total_eur = cost_other;
        row(0).energy.grid_mwh = energy_one;
        row(1).energy.grid_mwh = energy_other;
    }
    [[nodiscard]] ScoreCard card(const std::string& weights) const {
        return score_card(make_comparison({{"a", &run}}, {"", year}), parse_score_weights(weights));
    }
};

TEST_CASE("points are the best value over the own one, weighted by shares of all weights", "[report]") {
    TwoVariants two;
    two.set(100.0, 125.0, 40.0, 10.0);
    const ScoreCard card = two.card("cost_total_eur=3,energy_grid_mwh=1");
    CHECK(card.year == year);
    CHECK(card.criteria[0].share == 0.75);
    CHECK(card.criteria[0].points == std::vector{100.0, 80.0});
    CHECK(card.criteria[1].points == std::vector{25.0, 100.0});
    CHECK(card.sums[0] == Approx(75.0 + 6.25));
    CHECK(card.sums[1] == Approx(60.0 + 25.0));
    CHECK(card.first() == 1);
    // Without energy the other would lead; without cost it stays.
    CHECK(card.decisive == std::vector<std::string>{"energy_grid_mwh"});
    CHECK(two.card("cost_total_eur=1").decisive.empty());
}

TEST_CASE("of nothing missed all others score nothing, and what never ends well scores nothing", "[report]") {
    TwoVariants two;
    two.row(0).rules_missed = 0.0;
    two.row(1).rules_missed = 2.0;
    CHECK(two.card("rules_missed=1").criteria[0].points == std::vector{100.0, 0.0});
    two.row(1).rules_missed = 0.0;
    CHECK(two.card("rules_missed=1").criteria[0].points == std::vector{100.0, 100.0});
    constexpr double never = std::numeric_limits<double>::infinity();
    two.row(0).latency_p95_ms = never;
    two.row(1).latency_p95_ms = 8.0;
    CHECK(two.card("latency_p95_ms=1").criteria[0].points == std::vector{0.0, 100.0});
    two.row(1).latency_p95_ms = never;
    CHECK(two.card("latency_p95_ms=1").criteria[0].points == std::vector{0.0, 0.0});
}

TEST_CASE("variants that serve others than the base does are not scored", "[report]") {
    TwoVariants two;
    two.row(1).workplaces *= 2.0;
    const ScoreCard card = two.card("cost_total_eur=1");
    CHECK(card.labels == std::vector<std::string>{two.run.variants[0].id});
    CHECK(card.left_out == std::vector<std::string>{two.run.variants[1].id});
    CHECK_THAT(score_text(card, {.language = Language::english, .unicode = false}),
               contains("Not scored, since of another scope: " + two.run.variants[1].id));
}

TEST_CASE("of what holds more is better", "[report]") {
    TwoVariants two;
    two.row(0).ref = 0.5;
    two.row(1).ref = 1.0;
    CHECK(two.card("ref=1").criteria[0].points == std::vector{50.0, 100.0});
}

TEST_CASE("a criterion that there is not, counts nothing or is missing of a variant is refused", "[report]") {
    const TwoVariants two;
    const auto message = [&](const std::string& weights) {
        return test::message_of<RunFailed>([&] { static_cast<void>(two.card(weights)); });
    };
    CHECK_THAT(message("cost=1"), contains("no figure \"cost\" to score (there are: administrations"));
    CHECK_THAT(message("downtime_h=1"), contains("has no downtime_h in 2025: run it with the engine"));
    for (const char* wrong :
         {"cost_total_eur", "cost_total_eur=0", "cost_total_eur=-1", "=3", "pue=x", ",pue=1"})
        CHECK_THROWS_AS(two.card(wrong), RunFailed);
    CHECK_THAT(message("pue=1,pue=2"), contains("\"pue\" is weighed twice"));
}

TEST_CASE("the card is shown with values and points, and in JSON", "[report]") {
    TwoVariants two;
    two.set(100e6, 125e6, 40.0, 10.0);
    const ScoreCard card = two.card("cost_total_eur=3,energy_grid_mwh=1");
    const std::string text = score_text(card, {.language = Language::english, .unicode = false});
    CHECK_THAT(text, contains("80 (125)"));
    CHECK_THAT(text, contains("leads only with: "));
    const Comparison comparison = make_comparison({{"a", &two.run}}, {"", year});
    const auto json = nlohmann::json::parse(compare_json(comparison, nullptr, &card)).at("score");
    CHECK(json.at("first") == card.labels[1]);
    CHECK(json.at("criteria").at(1).at("points").at(card.labels[0]) == 25.0);
}

}  // namespace
}  // namespace verbund::report
