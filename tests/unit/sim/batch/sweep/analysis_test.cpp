#include "sim/batch/sweep/analysis.hpp"

#include <algorithm>
#include <string>

#include "tests/support/catch.hpp"
#include "tests/support/hand_made_sweep.hpp"

namespace verbund::batch {
namespace {

using outcome::SweepRun;
using test::Approx;

SweepRun analysed(bool whole = true) {
    SweepRun run = test::hand_made_sweep(whole);
    analyse(run);
    return run;
}

const outcome::Band& band(const SweepRun& run, const std::string& variant, const std::string& name,
                          int year) {
    return *std::find_if(
        run.bands.begin(), run.bands.end(),
        [&](const outcome::Band& b) { return b.variant == variant && b.outcome == name && b.year == year; });
}

const outcome::SensitivityRow* sensitivity(const SweepRun& run, const std::string& variant,
                                           const std::string& name, const std::string& group, int year) {
    const auto found = std::find_if(
        run.sensitivities.begin(), run.sensitivities.end(), [&](const outcome::SensitivityRow& s) {
            return s.variant == variant && s.outcome == name && s.group == group && s.year == year;
        });
    return found == run.sensitivities.end() ? nullptr : &*found;
}

double chance(const SweepRun& run, const std::string& variant, const std::string& what, int year) {
    return std::find_if(
               run.chances.begin(), run.chances.end(),
               [&](const outcome::ChanceRow& c) {
                   return c.variant == variant && c.what == what && c.year == year;
               })
        ->share;
}

TEST_CASE("bands hold eight draws of ten, by year and over the horizon", "[sweep]") {
    const SweepRun run = analysed();
    // 10 + 8 u + 6 v: mean 17; the sum of two uniforms lies symmetrically about it.
    const outcome::Band& year = band(run, "a", "cost_total_eur", 2030);
    CHECK(year.mean == Approx(17e6).epsilon(0.01));
    CHECK(year.p50 == Approx(17e6).epsilon(0.02));
    // Below the corner at 6 v the density is that of a triangle: x^2 / (2 x 8 x 6) = 0.1 at x = 3.098.
    CHECK(year.p10 == Approx(13.098e6).epsilon(0.02));
    CHECK(year.p90 == Approx(20.902e6).epsilon(0.02));
    CHECK(band(run, "a", "cost_total_eur", 0).p50 == Approx(2.0 * year.p50));
    CHECK(band(run, "b", "cost_total_eur", 2030).p50 == Approx(1.1 * year.p50));
}

TEST_CASE("a band covers fresh draws of the same model as often as it says", "[sweep]") {
    const SweepRun run = analysed();
    const outcome::Band& year = band(run, "a", "cost_total_eur", 2030);
    int inside = 0;
    constexpr int fresh = 4000;
    for (const statistics::Point& p : statistics::design(statistics::Sequence::random, fresh, 2, 99)) {
        const double cost = 1e6 * (10.0 + 8.0 * p[0] + 6.0 * p[1]);
        inside += year.p10 <= cost && cost <= year.p90 ? 1 : 0;
    }
    CHECK(inside / static_cast<double>(fresh) == Approx(0.8).margin(0.03));
}

TEST_CASE("groups carry the spread by the squares of their weights", "[sweep]") {
    const SweepRun run = analysed();
    // 64 / (64 + 36)
    const auto* prices = sensitivity(run, "b", "cost_total_eur", "prices", 0);
    REQUIRE(prices != nullptr);
    CHECK(prices->total == Approx(0.64).margin(0.06));
    CHECK(prices->first_order == Approx(0.64).margin(0.12));
    CHECK(prices->total_low <= 0.64);
    CHECK(prices->total_high >= 0.64);
    CHECK(sensitivity(run, "a", "cost_total_eur", "growth", 2030)->total == Approx(0.36).margin(0.06));
    CHECK(sensitivity(run, "a", "energy_grid_mwh", "prices", 0) == nullptr);    // the same in all draws
    CHECK(sensitivity(run, "a", "cost_total_eur", "growth", 2031) == nullptr);  // no milestone
}

TEST_CASE("chances are shares of the draws", "[sweep]") {
    const SweepRun run = analysed();
    // 0.9 + 0.2 u is above 1 for u above 0.5.
    CHECK(chance(run, "a", "limit", 2030) == Approx(0.5).margin(0.03));
    CHECK(chance(run, "a", "limit", 0) == chance(run, "a", "limit", 2030));
    CHECK(chance(run, "b", "limit", 0) == 0.0);
    CHECK(chance(run, "a", "least-cost", 0) == 1.0);
    CHECK(chance(run, "b", "least-cost", 0) == 0.0);
    CHECK(chance(run, "a", "least-energy", 0) == Approx(0.5).margin(0.03));
}

TEST_CASE("pairs are held against each other draw by draw, and what turns is not told apart", "[sweep]") {
    const SweepRun run = analysed();
    REQUIRE(run.pairs.size() == 2);  // of CO2 there is none
    for (const outcome::PairRow& pair : run.pairs) {
        if (pair.outcome == "cost_total_eur") {
            CHECK(pair.less_share == 1.0);
            CHECK(pair.apart);
            CHECK(pair.difference_p10 == Approx(1.0 / 1.1 - 1.0));  // in every draw, however far costs spread
            CHECK(pair.difference_p90 == Approx(1.0 / 1.1 - 1.0));
        }
        if (pair.outcome == "energy_grid_mwh") {
            CHECK(pair.less_share == Approx(0.5).margin(0.03));
            CHECK_FALSE(pair.apart);
        }
    }
}

TEST_CASE("variants that serve other people are not held against each other", "[sweep]") {
    SweepRun run = test::hand_made_sweep();
    for (std::size_t d = 0; d < run.draws; ++d)
        for (std::size_t y = 0; y < 2; ++y)
            run.values[run.value_index(outcome::sweep_outcome("workplaces"), d, 1, y)] = 60.0;
    analyse(run);
    CHECK(run.pairs.empty());
    CHECK(std::none_of(run.chances.begin(), run.chances.end(),
                       [](const auto& c) { return c.what == "least-cost"; }));
}

TEST_CASE("a draw without an outcome is left out, and takes the sensitivity of its variant with it",
          "[sweep]") {
    const SweepRun run = analysed(false);
    CHECK(sensitivity(run, "b", "cost_total_eur", "prices", 0) == nullptr);
    CHECK(sensitivity(run, "a", "cost_total_eur", "prices", 0) != nullptr);
    CHECK(band(run, "b", "cost_total_eur", 2030).mean == Approx(18.7e6).epsilon(0.01));
    CHECK(chance(run, "a", "least-cost", 0) == 1.0);
}

TEST_CASE("a group that changes no outcome is told, and no other", "[sweep]") {
    SweepRun run = test::hand_made_sweep();
    analyse(run);
    CHECK(run.without_effect.empty());
    for (std::size_t d = 0; d < run.draws; ++d) {
        const double cost = 1e6 * (10.0 + 8.0 * run.quantiles[2 * d]);
        for (std::size_t v = 0; v < 2; ++v)
            for (std::size_t y = 0; y < 2; ++y)
                run.values[run.value_index(outcome::sweep_outcome("cost_total_eur"), d, v, y)] = cost;
    }
    analyse(run);
    CHECK(run.without_effect == std::vector<std::string>{"growth"});
}

TEST_CASE("a list that changes nothing is told, beside one that does", "[sweep]") {
    SweepRun run;
    run.variants = {"a"};
    run.years = {2030};
    run.listed_keys = {"idle", "busy"};
    run.list_of_key = {0, 1};
    run.combinations = {{"1", "x"}, {"1", "y"}, {"2", "x"}, {"2", "y"}};
    run.values.assign(outcome::sweep_outcomes().size() * 4, 0.0);
    for (const std::size_t number : {1U, 3U}) run.values[run.value_index(0, number, 0, 0)] = 7.0;
    analyse(run);
    CHECK(run.without_effect == std::vector<std::string>{"idle"});
}

TEST_CASE("a tornado has a row for each figure that moves anything", "[sweep]") {
    SweepRun run;
    run.variants = {"a"};
    run.years = {2030, 2031};
    run.combinations = {{}};
    run.drawn_keys = {{"price", "price", "", "", "", "1", "9"}, {"idle", "idle", "", "", "", "1", "9"}};
    run.groups = {"price", "idle"};
    run.draws = 5;
    run.one_at_a_time = true;
    run.values.assign(outcome::sweep_outcomes().size() * 5 * 2, 0.0);
    const std::vector<double> cost{10.0, 8.0, 14.0, 10.0, 10.0};
    for (std::size_t d = 0; d < 5; ++d)
        for (std::size_t y = 0; y < 2; ++y)
            run.values[run.value_index(outcome::sweep_outcome("cost_total_eur"), d, 0, y)] = cost[d];
    analyse(run);
    REQUIRE(run.tornado.size() == 1);
    CHECK(run.tornado.front().key == "price");
    CHECK(run.tornado.front().high == "9");
    CHECK(run.tornado.front().base == 20.0);
    CHECK(run.tornado.front().at_low == 16.0);
    CHECK(run.tornado.front().at_high == 28.0);
    CHECK(run.bands.empty());
}

}  // namespace
}  // namespace verbund::batch
