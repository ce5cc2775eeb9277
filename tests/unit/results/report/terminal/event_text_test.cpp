#include "results/report/terminal/event_text.hpp"

#include <sstream>

#include "results/report/text_width.hpp"
#include "tests/support/catch.hpp"
#include "tests/unit/results/sample_run.hpp"

namespace verbund::report {
namespace {

bool holds(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

/// Two centers, a class that lags behind its target, and a drill that misses two targets.
outcome::Run run_with_events() {
    outcome::Run run = test::planners_run();
    run.rows<outcome::TransactionName>() = {
        {"record", "dms", "Vorgang in der E-Akte", "record in the e-file", 1000.0}};
    outcome::LatencyDay all;
    all.year = 2025;
    all.day = "year";
    all.transaction = -1;
    all.p50_ms = 12.0;
    all.p95_ms = 50.0;
    all.p95_low_ms = 45.0;
    all.p95_high_ms = 56.0;
    all.p99_ms = 90.0;
    run.rows<outcome::LatencyDay>() = {all};
    outcome::ReplicationLag lag;
    lag.year = 2025;
    lag.primary = std::string(60, 'p');
    lag.backup = "rz-1";
    lag.mode = "async";
    lag.lag_p50_s = 60.0;
    lag.lag_p95_s = 1800.0;  // 30 min
    lag.rpo_target_s = 900.0;
    run.rows<outcome::ReplicationLag>() = {lag};
    outcome::DrillSummary drill;
    drill.year = 2025;
    drill.drill = std::string(60, 'd');
    drill.fails = "center:rz-1";
    drill.rto_max_s = 7200.0;  // 2 h
    drill.targets_missed = 2.0;
    run.rows<outcome::DrillSummary>() = {drill};
    return run;
}

TEST_CASE("a run without the event engine says nothing of it", "[report]") {
    const outcome::Run run = test::planners_run();
    const Style style;
    CHECK(event_text(run, 0, PlaceNames{run, style}, style).empty());
    CHECK(event_legend(run, style).empty());
}

TEST_CASE("response times come with their interval, in the language asked for", "[report]") {
    const outcome::Run run = run_with_events();
    Style style;
    const std::string german = event_text(run, 0, PlaceNames{run, style}, style);
    CHECK(holds(german, "Antwortzeiten"));
    CHECK(holds(german, "45,0 - 56,0"));
    style.language = Language::english;
    const std::string english = event_text(run, 0, PlaceNames{run, style}, style);
    CHECK(holds(english, "Response times"));
    CHECK(holds(english, "45.0 - 56.0"));
    CHECK_FALSE(holds(english, "Antwort"));
}

TEST_CASE("lags and recovery times are told in units people use", "[report]") {
    const outcome::Run run = run_with_events();
    const Style style;
    const std::string text = event_text(run, 0, PlaceNames{run, style}, style);
    CHECK(holds(text, "30 min"));
    CHECK(holds(text, "2 h"));
    CHECK(holds(text, "nein"));  // the lag is above its target
}

TEST_CASE("shares of a typical day and the use of a link stand in percent", "[report]") {
    outcome::Run run = run_with_events();
    run.rows<outcome::LatencyDay>().front().over_threshold = 0.0734;  // 7,3 %
    run.rows<outcome::BusyLink>() = {{0, 2025, "winter-workday", "l0", "up", 10.0, 5.6, 10.0, 0.56}};
    const Style style;
    const std::string text = event_text(run, 0, PlaceNames{run, style}, style);
    CHECK(holds(text, " 7,3 "));
    CHECK(holds(text, " 56\n"));
}

TEST_CASE("names of any length leave the tables within 100 columns", "[report]") {
    const outcome::Run run = run_with_events();
    const Style style;
    std::istringstream lines{event_text(run, 0, PlaceNames{run, style}, style)};
    for (std::string line; std::getline(lines, line);) {
        CAPTURE(line);
        CHECK(display_width(line) <= 100);
    }
}

TEST_CASE("rows of another variant are not shown", "[report]") {
    const outcome::Run run = run_with_events();
    const Style style;
    CHECK(event_text(run, 1, PlaceNames{run, style}, style).empty());
}

TEST_CASE("a simulation that failed is named with the command that repeats it", "[report]") {
    outcome::Run run = run_with_events();
    run.rows<outcome::FailedCase>() = {
        {"a/2025/night", "crashed (signal 11)", "verbund run a.yaml --case 'a/2025/night'", "1"}};
    const std::string text = event_legend(run, Style{});
    CHECK(holds(text, "crashed (signal 11)"));
    CHECK(holds(text, "--case 'a/2025/night'"));
}

}  // namespace
}  // namespace verbund::report
