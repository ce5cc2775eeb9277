#include <nlohmann/json.hpp>

#include "models/base/diagnostics.hpp"
#include "results/report/export/json_export.hpp"
#include "results/report/lookup.hpp"
#include "results/report/terminal/compare_text.hpp"
#include "results/report/terminal/info.hpp"
#include "results/report/terminal/summary_table.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/temporary_folder.hpp"
#include "tests/unit/results/report/text_lines.hpp"
#include "tests/unit/results/sample_run.hpp"
#include "tests/unit/results/sites_run.hpp"

namespace verbund::report {
namespace {

using outcome::Run;
using test::contains;
using test_text::require_width;

const Style german{};
const Style english{Language::english, true, false, 100};

/// All that a run shows.
std::string whole_text(const Run& run, const Style& style) {
    return annual_text(run, style) + engines_text(run, style);
}

/// What the other engines found for the first of two variants in the last year.
Run run_with_engines() {
    Run run = test::planners_run();
    const std::int32_t year = run.years.back();
    outcome::LatencyDay day;
    day.year = year;
    day.transaction = -1;
    day.p95_ms = 212.0;
    day.p95_low_ms = 205.0;
    day.p95_high_ms = 221.0;
    for (const char* name : {"winter-workday", "year"}) {
        day.day = name;
        run.rows<outcome::LatencyDay>().push_back(day);
    }
    outcome::AvailabilitySummary failures;
    failures.year = year;
    failures.group = "critical";
    failures.workplaces = 100.0;
    failures.downtime_h = 4.5;
    failures.low_h = 4.4;
    failures.high_h = 4.7;
    run.rows<outcome::AvailabilitySummary>().push_back(failures);
    outcome::DrillSummary drill;
    drill.year = run.years.front();
    drill.rto_max_s = 7200.0;
    run.rows<outcome::DrillSummary>().push_back(drill);
    return run;
}

TEST_CASE("the first bottleneck is the earliest of its variant, not the first in the list", "[report]") {
    Run run = test::planners_run();
    run.rows<outcome::Bottleneck>().push_back({0, 2024, "05166", Resource::ups, 2.0, 1.0, "kW"});
    run.rows<outcome::Bottleneck>().push_back({0, 2024, "05166", Resource::grid, 3.0, 1.0, "kW"});
    run.rows<outcome::Bottleneck>().push_back({1, 2023, "05166", Resource::ups, 2.0, 1.0, "kW"});
    REQUIRE(first_bottleneck(run, 0, 2025) != nullptr);
    CHECK(first_bottleneck(run, 0, 2025)->year == 2024);
    CHECK(first_bottleneck(run, 0, 2025)->resource == Resource::grid);  // 3 of 1 is scarcer than 2 of 1
    CHECK(first_bottleneck(run, 0, 2023) == nullptr);
    CHECK(first_bottleneck(run, 1, 2025)->year == 2023);
}

TEST_CASE("the summary shows utilisation, the first bottleneck in short, and each part of the cost",
          "[report]") {
    Run run = test::planners_run();
    run.summary[1].utilisation_mean = 0.1264;
    run.summary[1].cost.licences_eur = 0.3e6;
    run.summary[1].cost.staff_eur = 0.4e6;
    run.summary[1].cost.change_eur = 0.05e6;
    // 2025 of the base is 1.1 times 2024: 22 hosts, 44 kW mean, 55 and 99 kW peak, 0.66 GWh; cost 1.358
    // million
    const std::string text = whole_text(run, german);
    CHECK_THAT(text,
               contains("2025    300     0         0    22 12,6   6,6   44,0   55,0   99,0  0,66 1,71 2025 "
                        "Kühlung\n"));
    CHECK_THAT(
        text,
        contains("Hardware  Lizenzen    Räume  Personal      WAN    Umzug   gesamt  CO2  Latenz  Latenz\n"));
    CHECK_THAT(text, contains("0,17         0      0,30        0      0,40        0     0,05     1,36  "
                              "264     2,0     4,0\n"));
    CHECK_THAT(text, contains("ohne Lizenzen der Fachverfahren"));
    CHECK_THAT(whole_text(run, english), contains("2025 cooling\n"));
}

TEST_CASE("the summary fits 100 columns, with small and with national numbers", "[report]") {
    Run run = test::planners_run();
    require_width(whole_text(run, german), 100);
    for (outcome::VariantYear& row : run.summary) {  // 294 districts: 45,276 servers, about EUR 500 million
        row.servers_placed *= 150.92;
        row.racks *= 1'000.0;
        row.it_power_mean_kw = row.it_power_peak_kw = row.grid_power_peak_kw = 23'456.0;
        row.energy.grid_mwh = 234'567.0;
        row.co2_location_t = 87'654.0;
        row.cost.energy_eur = 54.3e6;
        row.cost.licences_eur = 123.4e6;
        row.cost.change_eur = 12.3e6;
        row.cost.total_eur = 543e6;
        row.latency_p50_ms = 12.3;
        row.latency_p95_ms = 34.5;
    }
    const std::string text = whole_text(run, german);
    require_width(text, 100);
    require_width(whole_text(run, english), 100);
    CHECK_THAT(text, contains("45.300"));
    CHECK_THAT(text, contains("2025 Kühlung\n"));
    CHECK(text.find("\u2026") == std::string::npos);  // nothing is cut
}

TEST_CASE("an escape sequence in a study's title does not reach the terminal", "[report]") {
    Run run = test::planners_run();
    run.title = "\x1b[2Jcleared";
    run.variants[0].title = "\x1b]0;owned\x07harmless";
    const std::string text = whole_text(run, german);
    CHECK(text.find('\x1b') == std::string::npos);
    CHECK_THAT(text, contains("harmless"));
}

TEST_CASE("results without any variant still give a text", "[report]") {
    CHECK_THAT(whole_text(Run{}, german), contains("keine Variante"));
}

TEST_CASE("what the engines found stands at a glance, with half its interval and the longest drill",
          "[report]") {
    const Run run = run_with_engines();
    CHECK(engines_text(test::planners_run(), english).empty());
    const std::string text = engines_text(run, english);
    CHECK_THAT(text, contains("At a glance, " + std::to_string(run.years.back())));
    CHECK_THAT(text, contains("212 \u00b1 9,00") || contains("212 \u00b1 9.00"));
    CHECK_THAT(text, contains("4.50 \u00b1 0.20"));
    CHECK_THAT(text, contains("2 h"));
    CHECK_THAT(text, contains("winter workday"));  // the only day played, and no "year" of it
    require_width(text, 100);
    CHECK(annual_text(run, english) == annual_text(test::planners_run(), english));
    Run lost = run;
    lost.rows<outcome::DrillSummary>().front().rto_max_s = outcome::not_applicable;
    CHECK_THAT(engines_text(lost, english), contains("never"));
}

TEST_CASE("a wave that is not copied is told with the engines that found it", "[report]") {
    Run run = run_with_engines();
    outcome::MigrationWave wave;
    wave.year = run.years.back();
    wave.move = "everyone";
    wave.nights = 365.0;
    run.rows<outcome::MigrationWave>().push_back(wave);
    CHECK_THAT(engines_text(run, english), contains("CAUTION"));
    CHECK_THAT(engines_text(run, german), contains("ACHTUNG"));
}

TEST_CASE("a comparison shows the difference to the base, absolute and in percent", "[report]") {
    const Run run = test::planners_run();
    const Comparison comparison = make_comparison({{"a", &run}}, {"", 2024});
    CHECK(comparison.columns.size() == 2);
    CHECK(comparison.columns[comparison.base].label == "status-quo");
    const std::string text = compare_text(comparison, german);
    CHECK_THAT(text, contains("-300 (-50 %)"));  // grid energy 300 against 600 MWh
    CHECK_THAT(text, contains("+8 (+200 %)"));   // latency p95 12 against 4 ms
    require_width(text, 100);
}

TEST_CASE("two files are told apart by their labels, and any column can be the base", "[report]") {
    const Run first = test::planners_run();
    const Run second = test::planners_run();
    const Comparison comparison = make_comparison({{"old", &first}, {"new", &second}}, {"new:pooled", {}});
    REQUIRE(comparison.columns.size() == 4);
    CHECK(comparison.columns[comparison.base].label == "new:pooled");
    CHECK(comparison.years == std::vector<int>{2024, 2025});
    const std::string text = compare_text(comparison, german);
    CHECK_THAT(text, contains("old:"));
    CHECK_THAT(text, contains("new:"));
    CHECK_THAT(text, contains("status-quo"));
}

TEST_CASE("a comparison shows millions of euros, cuts no name and warns of another scope", "[report]") {
    Run run = test::planners_run();
    run.variants[1].id = "zweckverband-mit-zweitem-rechenzentrum-2030";
    run.summary[2].administrations = 3.0;
    const std::string text = compare_text(make_comparison({{"a", &run}}, {"", 2024}), german);
    CHECK_THAT(text, contains("Kosten gesamt [Mio. EUR]"));
    CHECK_THAT(text, contains("-0,617 (-50 %)"));  // 0.5 x 1,234,567 against 1,234,567
    CHECK_THAT(text, contains("zweitem-rechenzentrum-2030"));
    CHECK_THAT(text, contains("Achtung: anderer Umfang (Verwaltungen, Arbeitsplätze) als die Basis:\n"));
    CHECK(text.find("\u2026") == std::string::npos);
    CHECK(compare_text(make_comparison({{"a", &run}}, {"", 2025}), german).find("Achtung") ==
          std::string::npos);
}

TEST_CASE("a comparison shows shares in percent", "[report]") {
    Run run = test::planners_run();  // rows: variant 0 in 2024 and 2025, variant 1 in 2024 and 2025
    run.summary[0].utilisation_mean = 0.1264;
    run.summary[2].utilisation_mean = 0.1896;
    run.summary[0].latency_over_limit_share = 0.05;
    run.summary[2].latency_over_limit_share = 0.04;
    const std::string text = compare_text(make_comparison({{"a", &run}}, {"", 2024}), german);
    CHECK_THAT(text, contains("Auslastung Mittel [%]"));
    CHECK_THAT(text, contains("12,6"));
    CHECK_THAT(text, contains("+6,32 (+50 %)"));  // 18.96 against 12.64 %
    CHECK_THAT(text, contains("Anteil über Latenzgrenze [%]"));
    CHECK_THAT(text, contains("-1 (-20 %)"));  // 4 against 5 %
}

TEST_CASE("more variants than fit are shown in further blocks with the base first", "[report]") {
    const Run run = test::numbered_run({9, 1, 2, 1, {2024}, {2024}});
    const std::string text = compare_text(make_comparison({{"a", &run}}, {"", 2024}), german);
    require_width(text, 100);
    for (const auto& variant : run.variants) CHECK_THAT(text, contains(variant.id));
}

TEST_CASE("a base or year that is not there is named with what there is", "[report]") {
    const Run run = test::planners_run();
    CHECK_THAT(test::message_of<RunFailed>([&] {
                   (void)make_comparison({{"a", &run}}, {"none", {}});
               }),
               contains("no variant \"none\" to compare with (there are: status-quo, pooled)"));
    CHECK_THAT(test::message_of<RunFailed>([&] {
                   (void)make_comparison({{"a", &run}}, {"", 2050});
               }),
               contains("no results for 2050 (there are: 2024, 2025)"));
}

TEST_CASE("JSON carries unrounded numbers under the metrics' names, and null for what does not apply",
          "[report]") {
    const auto json = nlohmann::json::parse(summary_json(test::planners_run()));
    const auto& year = json.at("variants").at(1).at("years").at(1);
    CHECK(year.at("year") == 2025);
    CHECK(year.at("energy_grid_mwh").get<double>() == 600.0 * 0.55);
    CHECK(year.at("erf").is_null());
    CHECK(year.size() == 1 + outcome::columns_of<outcome::VariantYear>().size());
    CHECK(json.at("variants").at(0).at("bottlenecks").at(0).at("resource") == "cooling");
    CHECK(json.at("variants").at(0).at("rules_missed").at("enefg.pue") == 2);
}

TEST_CASE("JSON of a comparison of sites has its choices below their variants, and all candidates left out",
          "[report]") {
    Run run = test::sites_run();
    run.rows<outcome::SiteLeftOut>().resize(40, run.rows<outcome::SiteLeftOut>().front());
    const auto json = nlohmann::json::parse(summary_json(run));
    const auto& option = json.at("variants").at(1).at("site_options").at(0);
    CHECK(option.at("sites") == "rz-a");
    CHECK(option.at("downtime_h") == 0.84);
    CHECK(option.at("spacing_km").is_null());
    CHECK(json.at("variants").at(4).at("site_criteria").size() == 3);
    CHECK(json.at("variants").at(0).at("site_options").empty());
    CHECK_FALSE(json.at("variants").at(1).contains("site_reach"));  // a row per administration
    CHECK(json.at("sites_left_out").size() == 40);
    CHECK(json.at("sites_left_out").at(0).at("criterion") == "distance");
    CHECK_FALSE(nlohmann::json::parse(summary_json(test::planners_run())).contains("sites_left_out"));
}

TEST_CASE("JSON of a comparison has value, difference and percent", "[report]") {
    const Run run = test::planners_run();
    const auto json = nlohmann::json::parse(compare_json(make_comparison({{"a", &run}}, {"", 2024})));
    const auto& cell = json.at("years").at(0).at("metrics").at("energy_grid_mwh").at("values").at("pooled");
    CHECK(json.at("base") == "status-quo");
    CHECK(cell.at("value") == 300.0);
    CHECK(cell.at("difference") == -300.0);
    CHECK(cell.at("percent") == -50.0);
}

TEST_CASE("JSON survives names that are not UTF-8", "[report]") {
    Run run = test::planners_run();
    run.title = "bad \xff";
    CHECK_NOTHROW(nlohmann::json::parse(summary_json(run)));
}

TEST_CASE("info tells where a file comes from and what is in it", "[report]") {
    const Run run = test::planners_run();
    const FileInfo info{"a.h5", 123'456, {{"/yearly", 74, 1257}}, &run};
    const std::string text = info_text(info, german);
    CHECK_THAT(text, contains("a.h5 (123 kB)"));
    CHECK_THAT(text, contains("status-quo, pooled"));
    CHECK_THAT(text, contains("2 (2 verfehlt)"));
    CHECK_THAT(text, contains("verbund 0.1.0 (abcdef0)"));
    const auto json = nlohmann::json::parse(info_json(info));
    CHECK(json.at("findings").at("missed") == 2);
    CHECK(json.at("groups").at(0).at("datasets") == 74);
}

}  // namespace
}  // namespace verbund::report
