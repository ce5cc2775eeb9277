#include "results/report/terminal/sweep_text.hpp"

#include <algorithm>
#include <limits>
#include <string>
#include <string_view>

#include "results/report/counted.hpp"
#include "results/report/export/sweep_json.hpp"
#include "results/report/sentences/pairs.hpp"
#include "sim/batch/sweep/analysis.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/hand_made_sweep.hpp"
#include "tests/unit/results/report/text_lines.hpp"

#include "nlohmann/json.hpp"

namespace verbund::report {
namespace {

using Catch::Matchers::Contains;

const Style english{.language = Language::english, .unicode = false};

TEST_CASE("two variants that need the same in every draw are equal, not one less than the other",
          "[report][sweep]") {
    outcome::PairRow pair;
    pair.variant = "a";
    pair.other = "b";
    pair.outcome = "cost_total_eur";
    CHECK_THAT(pair_sentence(pair, english), Contains("a and b equal (0 % apart)"));
    pair.difference_p90 = 0.02;
    CHECK_THAT(pair_sentence(pair, english), Contains("less in"));
}

/// Four points for each of the two groups and the two sets that all are compared with.
TEST_CASE("a sweep of too few draws says how many it takes to tell what carries the spread",
          "[report][sweep]") {
    outcome::SweepRun run = test::hand_made_sweep();
    CHECK_THAT(sweep_text(run, english), !Contains("is not told"));
    run.sensitivity = false;
    CHECK_THAT(
        sweep_text(run, english),
        Contains("What carries the spread is not told: it takes sensitivity: true and at least 16 draws"));
    run.groups.pop_back();
    CHECK_THAT(sweep_text(run, english), !Contains("is not told"));  // one group carries all of it
}

TEST_CASE("things counted are many but for one", "[report]") {
    CHECK(counted(0, {"center", "centers"}) == "0 centers");
    CHECK(counted(1, {"center", "centers"}) == "1 center");
    CHECK(counted(2, Language::german, {"Fall", "Fälle"}, {"case", "cases"}) == "2 Fälle");
}

TEST_CASE("a sweep tells ranges, chances, pairs and what carries the spread", "[report][sweep]") {
    outcome::SweepRun run = test::hand_made_sweep();
    batch::analyse(run);
    const std::string text = sweep_text(run, english);
    CHECK_THAT(text, Contains("Hand-made: 256 cases, 2 variants, 2030-2031"));
    CHECK_THAT(text, Contains("2 figures in 2 groups, 256 draws"));
    CHECK_THAT(text, Contains("Cost EUR m"));
    CHECK_THAT(text, Contains("17 (13-21)"));
    CHECK_THAT(text, Contains("cost: a against b -9.1 % (-9.1 % to -9.1 %); a less in 100 %"));
    CHECK_THAT(text, Contains("energy: a against b"));
    CHECK_THAT(text, Contains("cannot be told apart"));
    CHECK_THAT(text, Contains("prices"));
    // Total indices 0.64 and 0.36 of 64 points, each with its interval, so that nobody takes them for sure.
    const std::string heading = "What makes the cost of all years unsure";
    const std::string shares = text.substr(text.find(heading));
    CHECK(std::count(shares.begin(), shares.end(), '(') ==
          5);  // of the heading, and two variants x two groups
}

TEST_CASE("what other engines find is told by variant and year, where they play", "[report][sweep]") {
    outcome::SweepRun run = test::hand_made_sweep();
    CHECK(sweep_text(run, english).find("Critical outage") == std::string::npos);
    run.engines = {"annual", "availability", "events"};
    const auto put = [&run](std::string_view name, std::size_t draw, double value) {
        const std::size_t o = outcome::sweep_outcome(name);
        run.values[run.value_index(o, draw, 0, 0)] = value;
        run.values[run.value_index(o, draw, 1, 0)] = 2.0 * value;
        for (const std::size_t v : {0U, 1U})
            run.values[run.value_index(o, draw, v, 1)] = outcome::not_applicable;
    };
    for (std::size_t d = 0; d < run.draws; ++d) {
        const double u = run.quantiles[2 * d];
        put("downtime_h", d, 10.0 + 10.0 * u);
        put("downtime_other_h", d, 40.0);
        put("response_p95_ms", d, 200.0);
        put("drills_rto_max_s", d, u < 0.6 ? 7200.0 : std::numeric_limits<double>::infinity());
        put("drills_rpo_max_s", d, 300.0);
    }
    batch::analyse(run);
    const std::string text = sweep_text(run, english);
    CHECK_THAT(text, Contains("Critical outage"));
    CHECK_THAT(text, Contains("15 (11-19)"));
    CHECK_THAT(text, Contains("2 h (2 h-never)"));
    CHECK_THAT(text, Contains("5 min"));
    CHECK_THAT(text, Contains("critical outage: a against b"));
    CHECK_THAT(text, Contains("response time: a against b"));
    CHECK_THAT(text, Contains("outage"));
    CHECK(text.find("2031 ") == std::string::npos);  // not played
}

TEST_CASE("a sweep says how many of its draws are independent, and how often each is played",
          "[report][sweep]") {
    outcome::SweepRun run = test::hand_made_sweep();
    batch::analyse(run);
    CHECK_THAT(sweep_text(run, english), Contains("count the 128 of them that share no values"));
    CHECK(sweep_text(run, english).find("played") == std::string::npos);
    outcome::SweepRun alone;
    alone.variants = {"a"};
    alone.years = {2030};
    alone.milestones = {2030};
    alone.combinations = {{}};
    alone.replications = 5;
    alone.values.assign(outcome::sweep_outcomes().size() * 5, 1.0);
    batch::analyse(alone);
    CHECK_THAT(sweep_text(alone, english), Contains("Each case played 5 times"));
    CHECK_THAT(sweep_text(alone, english), Contains("holds eight replications of ten"));
    const nlohmann::json json = nlohmann::json::parse(sweep_json(alone));
    CHECK(json["replications"] == 5);
    CHECK(json["engines"] == nlohmann::json{"annual"});
}

TEST_CASE("a list of cases has the numbers of the glance at a run", "[report][sweep]") {
    outcome::SweepRun run;
    run.variants = {"a"};
    run.years = {2030, 2031, 2032};
    run.milestones = {2032};
    run.combinations = {{}};
    run.engines = {"annual", "availability", "events"};
    run.values.assign(outcome::sweep_outcomes().size() * 3, outcome::not_applicable);
    const auto put = [&run](std::string_view name, std::size_t year, double value) {
        run.values[run.value_index(outcome::sweep_outcome(name), 0, 0, year)] = value;
    };
    put("downtime_h", 0, 4.0);
    put("downtime_h", 1, 5.0);
    put("drills_rto_max_s", 0, 7200.0);
    put("drills_rto_max_s", 1, 60.0);
    const std::string text = sweep_text(run, english);
    CHECK_THAT(text, Contains("5.00"));  // of the last year played
    CHECK_THAT(text, Contains("2 h"));   // the longest of all
    CHECK(text.find("4.00") == std::string::npos);
}

TEST_CASE("what has no outcome is told with the command that plays it again", "[report][sweep]") {
    outcome::SweepRun run = test::hand_made_sweep(false);
    batch::analyse(run);
    const std::string text = sweep_text(run, english);
    CHECK_THAT(text, Contains("1 without an outcome:"));
    CHECK_THAT(text, Contains("case 0, b: no answer within 600 s"));
    CHECK_THAT(text, Contains("again: verbund sweep s.yaml -o s --only 0"));
}

TEST_CASE("names from a study cannot disturb the terminal", "[report][sweep]") {
    outcome::SweepRun run = test::hand_made_sweep();
    run.title = "\x1b[31mred";
    run.variants[0] = "a\nb";
    batch::analyse(run);
    const std::string text = sweep_text(run, english);
    CHECK(text.find('\x1b') == std::string::npos);
    CHECK(text.find("a\nb") == std::string::npos);
}

TEST_CASE("the JSON of a sweep has the rows of its tables", "[report][sweep]") {
    outcome::SweepRun run = test::hand_made_sweep(false);
    batch::analyse(run);
    const nlohmann::json json = nlohmann::json::parse(sweep_json(run));
    CHECK(json["cases"] == 256);
    CHECK(json["groups"] == nlohmann::json{"prices", "growth"});
    CHECK(json["drawn_keys"][0]["p50"] == "90 EUR/a");
    CHECK(json["failed_cases"].size() == 1);
    CHECK(json["chances"].size() == run.chances.size());
    for (const auto& band : json["bands"]) CHECK((band["year"] == 0 || band["year"] == 2030));
}

}  // namespace
}  // namespace verbund::report
