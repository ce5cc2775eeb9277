#include "sim/batch/sweep/analysis.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
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

TEST_CASE("nine draws of ten tell two variants apart, whichever needs less", "[sweep]") {
    CHECK(told_apart(18.0 / 20.0));
    CHECK(told_apart(2.0 / 20.0));  // 1 - 0.9 is less than this as a double
    CHECK_FALSE(told_apart(0.89));
    CHECK_FALSE(told_apart(0.11));
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

/// Draws of a linear model, laid out for sensitivity from random points, so that they are independent: the
/// cost of "a" is the sum of `groups` uniform numbers, that of "b" always half of their number.
SweepRun linear_model(std::size_t points, std::size_t groups, std::uint64_t seed) {
    SweepRun run;
    run.variants = {"a", "b"};
    run.years = {2030};
    run.combinations = {{}};
    for (std::size_t g = 0; g < groups; ++g) run.groups.push_back(std::to_string(g));
    run.sensitivity = true;
    const auto design = statistics::sensitivity_design(statistics::Sequence::random, points, groups, seed);
    run.draws = design.size();
    run.values.assign(outcome::sweep_outcomes().size() * run.draws * 2, 0.0);
    const std::size_t cost = outcome::sweep_outcome("cost_total_eur");
    for (std::size_t d = 0; d < run.draws; ++d) {
        double sum = 0.0;
        for (const double u : design[d]) sum += u;
        run.values[run.value_index(cost, d, 0, 0)] = sum;
        run.values[run.value_index(cost, d, 1, 0)] = 0.5 * static_cast<double>(groups);
    }
    return run;
}

TEST_CASE("the interval of a share holds the true one as often as it says", "[sweep]") {
    // By symmetry "a" costs less than "b" with probability 0.5.  1,000 sweeps of a true 95 % interval: 950,
    // give or take 2 x 7.  Wilson's interval of few draws holds at least that, of 20 draws 96 %.
    int held = 0;
    int held_by_all = 0;
    constexpr int sweeps = 1000;
    for (int seed = 0; seed < sweeps; ++seed) {
        SweepRun run = linear_model(10, 6, static_cast<std::uint64_t>(seed));
        analyse(run);
        const outcome::PairRow& pair = run.pairs.front();
        held += pair.low <= 0.5 && 0.5 <= pair.high ? 1 : 0;
        // The twin: all draws taken for independent, those that are A but for one group too.
        run.sensitivity = false;
        analyse(run);
        const outcome::PairRow& twin = run.pairs[1];
        held_by_all += twin.low <= 0.5 && 0.5 <= twin.high ? 1 : 0;
    }
    CHECK(held >= 936);
    CHECK(held_by_all < 800);
}

/// `hand_made_sweep` played three times: what the availability engine finds differs from replication to
/// replication.  Downtime of "a" in 2030 is 2 + u + r - 1 h with the number r of the replication, of "b" 3.2
/// h; it plays no other year.
SweepRun replicated() {
    const SweepRun one = test::hand_made_sweep();
    SweepRun run = one;
    run.replications = 3;
    run.engines = {"annual", "availability"};
    run.values.assign(one.values.size() * 3, outcome::not_applicable);
    for (std::size_t o = 0; o < outcome::sweep_outcomes().size(); ++o)
        for (std::size_t c = 0; c < run.cases(); ++c)
            for (std::size_t v = 0; v < 2; ++v)
                for (std::size_t y = 0; y < 2; ++y)
                    run.values[run.value_index(o, c, v, y)] = one.values[one.value_index(o, c / 3, v, y)];
    const std::size_t downtime = outcome::sweep_outcome("downtime_h");
    for (std::size_t c = 0; c < run.cases(); ++c) {
        const double u = run.quantiles[2 * (c / 3)];
        const auto r = static_cast<double>(c % 3);
        run.values[run.value_index(downtime, c, 0, 0)] = 2.0 + u + r - 1.0;
        run.values[run.value_index(downtime, c, 1, 0)] = 3.2;
        for (std::size_t v = 0; v < 2; ++v)
            run.values[run.value_index(downtime, c, v, 1)] = outcome::not_applicable;
    }
    return run;
}

TEST_CASE("bands are of all replications, sensitivities of their means", "[sweep]") {
    SweepRun run = replicated();
    analyse(run);
    // 1 + u, 2 + u and 3 + u: uniform from 1 to 4.
    const outcome::Band& year = band(run, "a", "downtime_h", 2030);
    CHECK(year.p10 == Approx(1.3).margin(0.02));
    CHECK(year.p50 == Approx(2.5).margin(0.02));
    CHECK(year.p90 == Approx(3.7).margin(0.02));
    CHECK(band(run, "a", "downtime_h", 0).p50 == year.p50);  // the mean of the one year played
    // Their mean is 2 + u: all of its spread is that of the group of u.
    CHECK(sensitivity(run, "a", "downtime_h", "prices", 2030)->total == Approx(1.0).margin(0.12));
    CHECK(sensitivity(run, "a", "downtime_h", "growth", 2030)->total == Approx(0.0).margin(1e-9));
    CHECK(std::none_of(run.bands.begin(), run.bands.end(), [](const outcome::Band& b) {
        return (b.outcome == "downtime_h" && b.year == 2031) || b.outcome == "response_p95_ms";
    }));
}

TEST_CASE("a year that an engine does not play takes no sensitivity along", "[sweep]") {
    SweepRun run = replicated();
    analyse(run);
    CHECK(sensitivity(run, "a", "downtime_h", "prices", 0) != nullptr);
    CHECK(sensitivity(run, "b", "cost_total_eur", "prices", 0) != nullptr);
}

TEST_CASE("a draw counts once in the interval of a share, however often it is played", "[sweep]") {
    SweepRun run = replicated();
    analyse(run);
    SweepRun once = test::hand_made_sweep();
    analyse(once);
    const auto least = [](const SweepRun& of, const std::string& what) -> const outcome::ChanceRow& {
        return *std::find_if(of.chances.begin(), of.chances.end(), [&](const outcome::ChanceRow& c) {
            return c.variant == "a" && c.what == what && c.year == 0;
        });
    };
    CHECK(least(run, "least-energy").share == least(once, "least-energy").share);
    CHECK(least(run, "least-energy").low == least(once, "least-energy").low);
    // Two of three replications are below 3.2 h always (1 + u, 2 + u), the third for u below 0.2.
    const outcome::ChanceRow& outage = least(run, "least-outage");
    CHECK(outage.share == Approx((2.0 + 0.2) / 3.0).margin(0.01));
    CHECK(outage.high - outage.low == Approx(2.0 * 1.96 * std::sqrt(0.733 * 0.267 / 128.0)).epsilon(0.05));
    const auto pair = std::find_if(run.pairs.begin(), run.pairs.end(),
                                   [](const outcome::PairRow& p) { return p.outcome == "downtime_h"; });
    REQUIRE(pair != run.pairs.end());
    CHECK(pair->less_share == outage.share);
}

TEST_CASE("without draws each replication is one", "[sweep]") {
    SweepRun run;
    run.variants = {"a"};
    run.years = {2030};
    run.combinations = {{}};
    run.replications = 40;
    run.values.assign(outcome::sweep_outcomes().size() * 40, 0.0);
    for (std::size_t r = 0; r < 40; ++r)
        run.values[run.value_index(outcome::sweep_outcome("binding_share"), r, 0, 0)] = r < 10 ? 1.5 : 0.5;
    analyse(run);
    CHECK(chance(run, "a", "limit", 2030) == 0.25);
    const auto found = std::find_if(run.chances.begin(), run.chances.end(),
                                    [](const outcome::ChanceRow& c) { return c.what == "limit"; });
    // Wilson of 10 in 40.
    CHECK(found->low == Approx(0.1419).margin(1e-4));
    CHECK(found->high == Approx(0.4019).margin(1e-4));
}

TEST_CASE("a recovery that never comes is the longest of a band", "[sweep]") {
    SweepRun run;
    run.variants = {"a"};
    run.years = {2030, 2031};
    run.combinations = {{}};
    run.engines = {"annual", "events"};
    run.replications = 11;
    run.values.assign(outcome::sweep_outcomes().size() * 22, outcome::not_applicable);
    const std::size_t o = outcome::sweep_outcome("drills_rto_max_s");
    for (std::size_t r = 0; r < 11; ++r)
        run.values[run.value_index(o, r, 0, 0)] = r < 6 ? 3600.0 : std::numeric_limits<double>::infinity();
    analyse(run);
    for (const int year : {2030, 0}) {
        CHECK(band(run, "a", "drills_rto_max_s", year).p10 == 3600.0);
        CHECK(band(run, "a", "drills_rto_max_s", year).p50 == 3600.0);
        CHECK(std::isinf(band(run, "a", "drills_rto_max_s", year).p90));
    }
}

}  // namespace
}  // namespace verbund::batch
