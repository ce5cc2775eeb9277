#include "results/report/terminal/sweep_text.hpp"

#include <algorithm>
#include <string>

#include "results/report/export/sweep_json.hpp"
#include "sim/batch/sweep/analysis.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/hand_made_sweep.hpp"
#include "tests/unit/results/report/text_lines.hpp"

#include "nlohmann/json.hpp"

namespace verbund::report {
namespace {

using Catch::Matchers::Contains;

const Style english{.language = Language::english, .unicode = false};

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
