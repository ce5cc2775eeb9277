#include "results/report/figures.hpp"

#include <algorithm>
#include <cmath>
#include <sstream>

#include <nlohmann/json.hpp>

#include "results/report/export/json_export.hpp"
#include "results/report/terminal/compare_text.hpp"
#include "results/report/text_width.hpp"
#include "tests/support/catch.hpp"
#include "tests/unit/results/sample_run.hpp"

namespace verbund::report {
namespace {

using outcome::Run;
using test::contains;

const Style german{};
const Style english{Language::english, true, false, 100};

void add_downtime(Run& run, std::int32_t variant, double downtime_h, double bsi_class) {
    outcome::AvailabilitySummary row;
    row.variant = variant;
    row.year = 2025;
    row.group = "critical";
    row.workplaces = 1000.0;
    row.downtime_h = downtime_h;
    row.low_h = downtime_h - 0.5;
    row.high_h = downtime_h + 0.5;
    row.bsi_class = bsi_class;
    run.rows<outcome::AvailabilitySummary>().push_back(row);
    row.group = "other";  // must not be taken for the critical one
    row.downtime_h = 99.0;
    run.rows<outcome::AvailabilitySummary>().push_back(row);
}

void add_response(Run& run, std::int32_t variant, double p95_ms) {
    outcome::LatencyDay row;
    row.variant = variant;
    row.year = 2025;
    row.day = "winter-workday";  // must not be taken for the year
    row.transaction = -1;
    row.p95_ms = 999.0;
    run.rows<outcome::LatencyDay>().push_back(row);
    row.day = "year";
    row.p95_ms = p95_ms;
    row.p95_low_ms = p95_ms - 1.0;
    row.p95_high_ms = p95_ms + 1.0;
    run.rows<outcome::LatencyDay>().push_back(row);
}

void add_drill(Run& run, std::int32_t variant, double rto_s, double rpo_s) {
    outcome::DrillSummary row;
    row.variant = variant;
    row.year = 2025;
    row.rto_max_s = rto_s;
    row.rpo_max_s = rpo_s;
    run.rows<outcome::DrillSummary>().push_back(row);
}

void add_night(Run& run, std::int32_t variant, bool holds) {
    outcome::NightBackup row;
    row.variant = variant;
    row.year = 2025;
    row.holds = holds;
    run.rows<outcome::NightBackup>().push_back(row);
}

/// Both variants with both engines in 2025 alone: the pooled one is better by 1.5 of 3 h, one class, 6 of 30
/// ms, 1 of 2 h until recovery, and all of its nights hold.
Run engines_run() {
    Run run = test::planners_run();
    add_downtime(run, 0, 3.0, 2.0);
    add_downtime(run, 1, 1.5, 3.0);
    add_response(run, 0, 30.0);
    add_response(run, 1, 24.0);
    add_drill(run, 0, 600.0, 60.0);
    add_drill(run, 0, 7200.0, 0.0);
    add_drill(run, 1, 3600.0, 60.0);
    add_night(run, 0, true);
    add_night(run, 0, false);
    add_night(run, 1, true);
    return run;
}

double metric(const Run& run, std::string_view name, std::size_t variant, int year) {
    const auto found =
        std::find_if(figures().begin(), figures().end(), [&](const Figure& one) { return one.name == name; });
    REQUIRE(found != figures().end());
    return found->get(run, variant, year);
}

std::string text_of(const Run& run, const Style& style) {
    return compare_text(make_comparison({{"a", &run}}, {"", 2025}), style);
}

/// The line of the text that holds a label.
std::string line_with(const std::string& text, const std::string& label) {
    std::istringstream lines{text};
    for (std::string line; std::getline(lines, line);) {
        CHECK(display_width(line) <= 100);
        if (line.find(label) != std::string::npos) return line;
    }
    return {};
}

TEST_CASE("figures of the engines are those of critical services, of the whole year and of the worst drill",
          "[report]") {
    const Run run = engines_run();
    CHECK(metric(run, "downtime_h", 0, 2025) == 3.0);
    CHECK(metric(run, "bsi_class", 1, 2025) == 3.0);
    CHECK(metric(run, "response_p95_ms", 1, 2025) == 24.0);
    CHECK(metric(run, "drills_rto_max_s", 0, 2025) == 7200.0);
    CHECK(metric(run, "drills_rpo_max_s", 0, 2025) == 60.0);
    CHECK(metric(run, "drills_not_recovered", 0, 2025) == 0.0);
    CHECK(metric(run, "nights_held_share", 0, 2025) == 0.5);  // one of two
    for (const Figure& one : figures()) {
        CAPTURE(one.name);
        if (!one.always) CHECK(std::isnan(one.get(run, 0, 2024)));  // nothing was simulated then
    }
}

TEST_CASE("a drill without recovery is worse than any with one", "[report]") {
    Run run = engines_run();
    add_drill(run, 0, outcome::not_applicable, outcome::not_applicable);
    add_drill(run, 0, 60.0, 0.0);
    CHECK(std::isinf(metric(run, "drills_rto_max_s", 0, 2025)));
    CHECK(std::isinf(metric(run, "drills_rpo_max_s", 0, 2025)));
    CHECK(metric(run, "drills_not_recovered", 0, 2025) == 1.0);
    CHECK(metric(run, "drills_data_lost", 0, 2025) == 1.0);
    const std::string text = text_of(run, german);
    CHECK_THAT(line_with(text, "(RTO)"), contains("nie"));
    CHECK_THAT(line_with(text, "(RPO)"), contains("alles"));
    CHECK_THAT(line_with(text, "ohne Wiederherstellung"), contains("1"));
}

TEST_CASE("a comparison shows figures of the engines with differences and intervals", "[report]") {
    const std::string text = text_of(engines_run(), german);
    CHECK_THAT(text, contains("Ausfall kritischer Dienste"));
    CHECK_THAT(text, contains("-1,5 (-50 %)"));
    CHECK_THAT(text, contains("2,5 - 3,5"));   // 3 h +- 0.5
    CHECK_THAT(text, contains("-6 (-20 %)"));  // 24 against 30 ms
    CHECK_THAT(text, contains("-60 min"));     // 1 against 2 h
    CHECK_THAT(text, contains("+50"));         // all nights against half of them, in percent
    CHECK_THAT(line_with(text, "Orte, deren Sicherung"), contains(" 50 "));
    CHECK_THAT(line_with(text, "Orte, deren Sicherung"), contains(" 100"));
    CHECK_THAT(line_with(text, "BSI-Klasse"), contains("2"));
    CHECK_THAT(text_of(engines_run(), english), contains("downtime of critical services per"));
}

TEST_CASE("a class below the lowest is named so, and classes differ by numbers, not percent", "[report]") {
    Run run = engines_run();
    run.rows<outcome::AvailabilitySummary>()[0].bsi_class = -1.0;
    const std::string text = text_of(run, german);
    CHECK_THAT(line_with(text, "BSI-Klasse"), contains("< 0"));
    CHECK_THAT(text, contains(" +4\n"));  // from -1 to 3
}

TEST_CASE("a year or run without the engines shows none of their figures", "[report]") {
    const Run run = engines_run();
    const std::string text = compare_text(make_comparison({{"a", &run}}, {"", 2024}), german);
    CHECK(text.find("Ausfall kritischer Dienste") == std::string::npos);
    CHECK(text.find("RTO") == std::string::npos);
    CHECK(text_of(test::planners_run(), german).find("BSI-Klasse") == std::string::npos);
}

TEST_CASE("a run with the engines is compared with one that lacks them: a dash, and no difference",
          "[report]") {
    const Run with = engines_run();
    const Run without = test::planners_run();
    const Comparison comparison = make_comparison({{"new", &with}, {"old", &without}}, {"", 2025});
    const std::string line = line_with(compare_text(comparison, german), "BSI-Klasse");
    CHECK_THAT(line, contains("\u2013"));
    const auto json = nlohmann::json::parse(compare_json(comparison));
    const auto& values = json.at("years").at(0).at("metrics").at("downtime_h").at("values");
    CHECK(values.at("old:pooled").at("value").is_null());
    CHECK(values.at("old:pooled").at("difference").is_null());
}

TEST_CASE("JSON of a comparison carries figures of the engines with their intervals", "[report]") {
    Run run = engines_run();
    add_drill(run, 1, outcome::not_applicable, 0.0);
    const auto json = nlohmann::json::parse(compare_json(make_comparison({{"a", &run}}, {})));
    const auto& before = json.at("years").at(0).at("metrics");
    CHECK_FALSE(before.contains("downtime_h"));
    const auto& metrics = json.at("years").at(1).at("metrics");
    const auto& pooled = metrics.at("downtime_h").at("values").at("pooled");
    CHECK(metrics.at("downtime_h").at("unit") == "h");
    CHECK(pooled.at("value") == 1.5);
    CHECK(pooled.at("difference") == -1.5);
    CHECK(pooled.at("percent") == -50.0);
    CHECK(pooled.at("low") == 1.0);
    CHECK(pooled.at("high") == 2.0);
    CHECK(metrics.at("drills_rto_max_s").at("values").at("pooled").at("value").is_null());
    CHECK(metrics.at("drills_not_recovered").at("values").at("pooled").at("value") == 1.0);
}

TEST_CASE("a rise from below zero is a positive percent in JSON", "[report]") {
    outcome::Run run = test::planners_run();
    run.summary[0].cost.total_eur = -10.0;  // the base, 2024
    run.summary[2].cost.total_eur = -5.0;   // 5 more than -10: +50 % of 10
    const auto json = nlohmann::json::parse(compare_json(make_comparison({{"a", &run}}, {"", 2024})));
    CHECK(json["years"][0]["metrics"]["cost_total_eur"]["values"]["pooled"]["percent"] == 50.0);
}

}  // namespace
}  // namespace verbund::report
