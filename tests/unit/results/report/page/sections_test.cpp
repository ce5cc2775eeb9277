#include <array>
#include <limits>
#include <map>
#include <string>

#include "models/base/calendar.hpp"
#include "results/report/page/section.hpp"
#include "tests/support/catch.hpp"
#include "tests/unit/results/report/page/page_data.hpp"

namespace verbund::report::page {
namespace {

using outcome::Run;
using test_data::document_of;
using test_data::run_without_engines;

TEST_CASE("summary numbers stand under their name, variant and year", "[html]") {
    const Run run = test::numbered_run();
    const Json summary = document_of(run)["sections"]["summary"];
    for (const auto& metric : outcome::columns_of<outcome::VariantYear>()) {
        CHECK(summary["values"][std::string{metric.name}][1][2] ==
              number(number_in(metric, run.summary.at(run.summary_index(1, 2)))));
    }
}

TEST_CASE("a center that runs nothing in a year has no numbers in it", "[html]") {
    Run run = test::numbered_run();
    for (outcome::SiteYear& row : run.yearly) row.in_operation = 0.0;
    outcome::SiteYear& running = run.yearly.at(run.yearly_index(1, 0, 1));
    running.in_operation = 1.0;
    running.resources[Resource::racks].need = 7.5;
    const Json centers = document_of(run)["sections"]["centers"];
    REQUIRE(centers["rows"].size() == 1);
    CHECK(centers["rows"][0].dump() == R"({"variant":1,"center":1})");
    CHECK(centers["values"]["racks"][0].dump() == "[7.5,null,null]");
    CHECK(centers["values"]["in_operation"][0].dump() == "[1,0,0]");
}

TEST_CASE("the reduced series keep the highest and the lowest hour", "[html]") {
    Run run = test::numbered_run();
    outcome::HourlySeries& series = run.hourly.front();
    std::fill(series.grid_kw.begin(), series.grid_kw.end(), 10.0F);
    series.grid_kw.at(5000) = 99.0F;  // hour 8 of day 208
    series.grid_kw.at(6000) = 1.0F;
    const Json grid = document_of(run)["sections"]["load"]["series"][0]["grid"];
    CHECK(grid["duration"].size() == 101);
    CHECK(grid["duration"][0] == 99);
    CHECK(grid["duration"][1] == 10);
    CHECK(grid["duration"][100] == 1);
    CHECK(grid["highest"][5000 / 24] == 99);
    CHECK(grid["lowest"][6000 / 24] == 1);
    CHECK(grid["lowest"][5000 / 24] == 10);
    CHECK(grid["days"]["summer_workday"].size() == 24);
}

TEST_CASE("round trips are weighted with workplaces", "[html]") {
    // Three workplaces of four see 10 ms, the fourth 20 ms: up to 75 % of them stay within 10 ms.
    Run run = test::numbered_run();
    run.administration[0].workplaces = 3.0;
    run.administration[0].latency_p95_ms = 10.0;
    run.administration[1].workplaces = 1.0;
    run.administration[1].latency_p95_ms = 20.0;
    for (std::size_t i = 2; i < run.administrations.size(); ++i) run.administration[i].workplaces = 0.0;
    const Json latency = document_of(run)["sections"]["latency"];
    const Json& quantiles = latency["quantiles"][0][0];
    REQUIRE(quantiles.size() == 21);
    CHECK(quantiles[0] == 10);
    CHECK(quantiles[15] == 10);  // 75 %
    CHECK(quantiles[16] == 20);  // 80 %
    CHECK(quantiles[20] == 20);
}

TEST_CASE("the share of workplaces above a round trip that classes bear is counted by workplaces", "[html]") {
    // Three workplaces of eight see 10 ms, five 50 ms: 5 / 8 above 10 ms; 50 ms are not above 50 ms.
    Run run = test::numbered_run();
    for (outcome::AdministrationYear& row : run.administration) row.workplaces = 0.0;
    run.administration[0].workplaces = 3.0;
    run.administration[0].latency_p95_ms = 10.0;
    run.administration[1].workplaces = 5.0;
    run.administration[1].latency_p95_ms = 50.0;
    run.rows<outcome::WorkloadLimit>() = {{"dms", "E-Akte", "e-file", 50.0},
                                          {"file", "Dateien", "files", 10.0},
                                          {"gis", "Karten", "maps", 50.0},
                                          {"test", "Test", "test", outcome::not_applicable}};
    const Json latency = document_of(run)["sections"]["latency"];
    CHECK(latency["limits"].dump() ==
          R"([{"ms":10,"classes":[{"de":"Dateien","en":"files"}]},)"
          R"({"ms":50,"classes":[{"de":"E-Akte","en":"e-file"},{"de":"Karten","en":"maps"}]}])");
    CHECK(latency["beyond"][0][0].dump() == "[0.625,0]");
}

TEST_CASE("refusals are summed over administrations, the worst year standing for all", "[html]") {
    Run run = test::numbered_run();
    run.rows<outcome::Refusal>() = {{0, 2024, "rz-0", "00001", "vdi", 7.0, Resource::racks},
                                    {0, 2024, "rz-0", "00000", "file", 5.0, Resource::racks},
                                    {0, 2025, "rz-0", "00001", "vdi", 8.0, Resource::racks},
                                    {0, 2025, "rz-1", "00001", "vdi", 1.0, Resource::ups}};
    const Json refusals = document_of(run)["sections"]["plan"]["refusals"];
    const auto column = [&](const std::string& name) {
        for (const Json& one : refusals)
            if (one["name"] == name) return one;
        return Json{};
    };
    CHECK(column("servers")["values"].dump() == "[12,1]");
    CHECK(column("year")["values"].dump() == "[2024,2025]");
    CHECK(column("site")["texts"][1]["de"] == "Zentrum 1");
    CHECK(column("administration").is_null());
}

TEST_CASE("purchases are summed over sites and items, the kind that costs most first", "[html]") {
    Run run = test::numbered_run();  // 2023 to 2025
    const auto bought = [](std::int32_t year, std::string site, std::string kind, std::string item,
                           double eur) {
        return outcome::PurchaseRow{.variant = 1,
                                    .year = year,
                                    .site = std::move(site),
                                    .kind = std::move(kind),
                                    .item = std::move(item),
                                    .unit = {},
                                    .eur = eur};
    };
    // Racks: 7 in 2025.  Hosts: 2 + 3 in 2024, 4 in 2025, together 9.  Of 2030, which the run lacks, nothing.
    run.rows<outcome::PurchaseRow>() = {
        bought(2025, "rz-0", "racks", "", 7.0), bought(2024, "rz-0", "hosts", "entry", 2.0),
        bought(2024, "home", "hosts", "entry", 3.0), bought(2025, "rz-0", "hosts", "two-socket", 4.0),
        bought(2030, "rz-0", "racks", "", 1'000'000.0)};
    run.rows<outcome::BudgetRow>() = {
        {.variant = 1, .year = 2025, .purchases_eur = 11.0, .capital_value_eur = 20.0}};
    const Json cost = document_of(run)["sections"]["cost"]["variants"];
    REQUIRE(cost.size() == 2);
    CHECK(cost[0]["purchases"].empty());
    CHECK(cost[1]["purchases"].dump() ==
          R"([{"kind":"hosts","eur":[0,5,4]},{"kind":"racks","eur":[0,0,7]}])");
    CHECK(cost[1]["budget"]["purchases_eur"].dump() == "[null,null,11]");
    CHECK(cost[1]["budget"]["capital_value_eur"].dump() == "[null,null,20]");
    CHECK_FALSE(cost[1]["budget"].contains("year"));
    CHECK_FALSE(document_of(run_without_engines())["sections"].contains("cost"));
}

TEST_CASE("units of rows are written as people write them", "[html]") {
    Run run = test::numbered_run();
    run.rows<outcome::Bottleneck>() = {{0, 2024, "rz-0", Resource::uplink, 12.0, 10.0, "Gbit s-1"}};
    const Json rows = document_of(run)["sections"]["plan"]["bottlenecks"];
    for (const Json& column : rows)
        if (column["name"] == "unit") CHECK(column["texts"][0] == "Gbit/s");
}

/// A drill of 2025 in variant 1, at 10:00, that hits 50 servers.
outcome::DrillSummary drill_row(const std::string& id, double lasts_h, double workplaces, double rto_s,
                                double rpo_s, double missed) {
    outcome::DrillSummary row;
    row.variant = 1;
    row.year = 2025;
    row.drill = id;
    row.fails = "center:rz-0";
    row.day = "winter-workday";
    row.at_h = 10.0;
    row.lasts_h = lasts_h;
    row.workplaces_hit = workplaces;
    row.servers_hit = 50.0;
    row.rto_max_s = rto_s;
    row.rpo_max_s = row.rpo_all_max_s = rpo_s;
    row.transactions_lost = 5.0;
    row.targets_missed = missed;
    return row;
}

TEST_CASE("the tables of the event engine are in the page by their names", "[html]") {
    Run run = run_without_engines();
    run.rows<outcome::TransactionName>() = {{"logon", "directory", "Anmeldung", "logon", 800.0}};
    run.rows<outcome::DrillSummary>() = {
        drill_row("site-loss", 24.0, 900.0, std::numeric_limits<double>::infinity(), 60.0, 3.0)};
    run.rows<outcome::LatencyDay>().resize(1);
    run.rows<outcome::LatencyDay>()[0].transaction = -1;
    const Json events = document_of(run)["sections"]["events"];
    CHECK(events.contains("drills"));
    CHECK_FALSE(events.contains("waves"));
    for (const Json& column : events["latency_days"])
        if (column["name"] == "transaction") CHECK(column["texts"][0]["de"] == "alle Vorgänge");
    for (const Json& column : events["drills"])
        if (column["name"] == "rto_max_s") CHECK(column["values"][0] == "inf");
}

TEST_CASE("the German of an assumption hangs on its key, not on the English beside it", "[html]") {
    Run run = run_without_engines();
    run.rows<outcome::AssumptionRow>() = {
        {"a:hosts.reserve", "1", false, "An English that was reworded.", "A", "modelling assumption", "", "",
         ""},
        {"catalog.ups.tower", "1", false, "UPS of the catalog.", "S", "a data sheet", "", "", ""}};
    const Json columns = document_of(run)["sections"]["assumptions"]["rows"];
    std::map<std::string, Json> texts;
    for (const Json& column : columns)
        if (column.contains("texts")) texts[column["name"].get<std::string>()] = column["texts"];
    CHECK(texts["text"][0]["en"] == "An English that was reworded.");
    CHECK(texts["text"][0]["de"].get<std::string>().starts_with("Hosts jedes Clusters"));
    CHECK(texts["text"][1] == "UPS of the catalog.");  // a text of the catalog has no German
    CHECK(texts["source"][0]["de"] == "Modellannahme");
    CHECK(texts["source"][1] == "a data sheet");
}

TEST_CASE("the answer says what the gravest drill costs and how long critical services are down", "[html]") {
    Run run = run_without_engines();
    run.rows<outcome::DrillSummary>() = {drill_row("brand", 24.0, 900.0, 3600.0, 60.0, 3.0),
                                         drill_row("strom", 24.0, 100.0, 600.0, 0.0, 0.0)};
    run.rows<outcome::DrillSummary>().front().rpo_all_max_s = 12'600.0;
    outcome::AvailabilitySummary critical;
    critical.variant = 1;
    critical.year = 2025;
    critical.group = "critical";
    critical.workplaces = 1000.0;
    critical.downtime_h = 4.0;
    critical.low_h = 3.5;
    critical.high_h = 4.5;
    run.rows<outcome::AvailabilitySummary>() = {critical};
    const Json answers = document_of(run)["sections"]["answers"]["variants"][1];
    const std::size_t last = answers.size() - 1;
    CHECK(answers[last - 1]["de"] ==
          "Schwerste Übung: brand (2025); kritische Dienste laufen nach 60 min alle wieder, Datenverlust "
          "kritischer Klassen bis 1 min, aller Klassen bis 3,5 h; 0 Server kommen nie wieder, 900 "
          "Arbeitsplätze betroffen.");
    CHECK(answers[last]["en"] ==
          "Downtime of critical services in 2025: 4 h a year on average (95 % interval: 3.5 to 4.5 h).");
}

TEST_CASE("a drill after which critical services never run again is the gravest", "[html]") {
    Run run = run_without_engines();
    run.rows<outcome::DrillSummary>() = {drill_row("brand", 24.0, 900.0, 3600.0, 60.0, 3.0),
                                         drill_row("verlust", outcome::not_applicable, 900.0,
                                                   outcome::not_applicable, outcome::not_applicable, 3.0)};
    run.rows<outcome::DrillSummary>().back().servers_never = 50.0;
    const Json answers = document_of(run)["sections"]["answers"]["variants"][1];
    CHECK(
        answers[answers.size() - 1]["de"] ==
        "Schwerste Übung: verlust (2025); kritische Dienste laufen nie alle wieder, Datenverlust kritischer "
        "Klassen vollständig, aller Klassen vollständig; 50 Server kommen nie wieder, 900 Arbeitsplätze "
        "betroffen.");
}

TEST_CASE("of a drill's many administrations the page shows those that wait longest", "[html]") {
    Run run = run_without_engines();
    for (int i = 0; i < 100; ++i) {
        outcome::DrillResult result;
        result.drill = "site-loss";
        result.rto_s = i;
        run.rows<outcome::DrillResult>().push_back(result);
    }
    const Json events = document_of(run)["sections"]["events"];
    for (const Json& column : events["drill_results"]) {
        if (column["name"] == "rto_s") {
            REQUIRE(column["values"].size() == 25);
            CHECK(column["values"][0] == 99);
            CHECK(column["values"][24] == 75);
        }
    }
}

TEST_CASE("another run stands beside this one, by year", "[html]") {
    const Run run = test::numbered_run();
    Run other = test::numbered_run();
    other.summary.at(other.summary_index(0, 1)).racks = 77.0;
    Source source{run};
    source.label = "neu";
    source.against = &other;
    source.against_label = "alt";
    const Json against = document(source, Language::german)["sections"]["against"];
    REQUIRE(against["columns"].size() == 2 * run.variants.size());
    CHECK(against["columns"][0]["label"] == "neu:v0");
    CHECK(against["columns"][2]["label"] == "alt:v0");
    CHECK(against["values"]["racks"][2][1] == 77);
}

TEST_CASE("typical days of winter and summer are those of three months each", "[html]") {
    // 2026: January has 22 days from Monday to Friday, February 20, December 23; June 22, July 23, August 21.
    // With 1, 2 and 3 kW by month the median is that of the middle one, and without any of the three it is
    // another: (winter) 43 days without January: 3 kW; 45 without February: 3 kW; 42 without December: 1 kW.
    // Summer in the order June, August, July: 66 days, the two in the middle at 2 kW.
    const auto kw_of = [](const Date& date) {
        const Weekday day = weekday(date);
        if (day == Weekday::saturday || day == Weekday::sunday) return 9.0F;
        const std::array<float, 13> by_month{0.0F, 1.0F, 2.0F,  50.0F, 50.0F, 50.0F, 1.0F,
                                             3.0F, 2.0F, 50.0F, 50.0F, 50.0F, 3.0F};
        return by_month.at(static_cast<std::size_t>(date.month));
    };
    Run run = run_without_engines();
    outcome::HourlySeries hours;
    hours.variant = 0;
    hours.year = 2026;
    const long first = days_since_epoch({2026, 1, 1});
    for (long day = 0; day < 365; ++day) {
        for (int hour = 0; hour < 24; ++hour) {
            const float kw = kw_of(date_from_days(first + day)) + (hour == 12 ? 0.5F : 0.0F);
            hours.it_kw.push_back(kw);
            hours.grid_kw.push_back(2.0F * kw);
        }
    }
    run.hourly = {hours};
    const Json series = document_of(run)["sections"]["load"]["series"][0];
    const Json& it = series["it"]["days"];
    CHECK(it["winter_workday"][0] == 2);
    CHECK(it["winter_workday"][12] == 2.5);
    CHECK(it["summer_workday"][0] == 2);
    CHECK(it["winter_weekend"][0] == 9);
    CHECK(it["summer_weekend"][12] == 9.5);
    CHECK(series["grid"]["days"]["winter_workday"][0] == 4);
    // 1 January is a Thursday; the highest hour of the year is half a kW above 50, the lowest 1 kW.
    CHECK(series["it"]["lowest"][0] == 1);
    CHECK(series["it"]["highest"][0] == 1.5);
    CHECK(series["it"]["duration"][0] == 50.5);
    CHECK(series["it"]["duration"][100] == 1);
}

}  // namespace
}  // namespace verbund::report::page
