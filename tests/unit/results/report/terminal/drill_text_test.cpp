#include "results/report/terminal/drill_text.hpp"

#include <algorithm>
#include <sstream>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "results/report/export/drill_json.hpp"
#include "results/report/text_width.hpp"
#include "tests/support/catch.hpp"

namespace verbund::report {
namespace {

outcome::DrillResult result(std::int32_t administration, const std::string& workload, double rto_s) {
    outcome::DrillResult r;
    r.administration = administration;
    r.workload = workload;
    r.servers = 2.0;
    r.rto_s = rto_s;
    r.rpo_s = 900.0;
    r.rto_target_s = 3600.0;
    r.rpo_target_s = 900.0;
    r.transactions_lost = 10.0;
    return r;
}

DrillReport report() {
    DrillReport r;
    r.variant = "shared";
    r.summary.year = 2030;
    r.summary.drill = "brand";
    r.summary.fails = "center:rz-1";
    r.summary.day = "winter-workday";
    r.summary.at_h = 9.5;
    r.summary.lasts_h = 24.0;
    r.summary.workplaces_hit = 1234.0;
    r.summary.servers_hit = 4.0;
    r.summary.rto_max_s = 3100.0;
    r.summary.rpo_max_s = r.summary.rpo_all_max_s = 900.0;
    r.summary.transactions_lost = 20.0;
    r.results = {result(0, "mail", 3000.0), result(1, "mail", 4000.0)};
    outcome::DrillEvent event;
    event.at_s = 1860.0;
    event.step = "decision";
    event.form = "takeover-staff";
    event.place = "rz-2";
    event.critical_path = true;
    r.timeline = {event};
    return r;
}

outcome::Run named_run() {
    outcome::Run run;
    run.administrations = {{"alpha", "Alpha", 51.0, 7.0, "municipality"},
                           {"beta", "Beta", 51.0, 7.0, "municipality"}};
    run.rows<outcome::WorkloadLimit>() = {
        {"mail", "E-Mail und Kalender mit einem sehr langen Namen", "mail", outcome::not_applicable}};
    return run;
}

const outcome::Run names = named_run();

TEST_CASE("a drill reads as sentences, a timeline and a table of classes", "[report][drill]") {
    const std::string text = drill_text(report(), names, {});
    CHECK_THAT(text,
               test::contains("brand: center:rz-1 fällt um 09:30 aus, für 24 h (Variante shared, 2030"));
    CHECK_THAT(text, test::contains("Kritische Klassen arbeiten wieder nach höchstens 0:51:40"));
    CHECK_THAT(text, test::contains("Verlorene Daten aller Klassen (RPO): die der letzten 0:15:00."));
    CHECK_THAT(text, test::contains("0:31:00  *  Entscheidung (Personal im Dienst): rz-2 übernimmt"));
    // Two administrations, four servers, RTO from 50 min to 66:40 min, above its target of an hour.
    CHECK_THAT(text, test::contains("0:50:00 1:06:40! 1:00:00"));
    const std::string english = drill_text(report(), names, {.language = Language::english});
    CHECK_THAT(english, test::contains("decision (staff on duty): rz-2 takes over"));
    CHECK_THAT(english, test::contains("Critical classes work again after 0:51:40 at most"));
}

TEST_CASE("no line of a drill is wider than the terminal", "[report][drill]") {
    DrillReport r = report();
    r.timeline[0].place = std::string(300, 'x');
    r.results[0].rto_s = outcome::not_applicable;
    r.results[0].transactions_lost = 123456789.0;
    std::istringstream lines(drill_text(r, names, {}) + drill_ranking_text({{"shared", r.summary}}, 0, {}));
    for (std::string line; std::getline(lines, line);) CHECK(display_width(line) <= 100);
}

TEST_CASE("several things fail in the plural", "[report][drill]") {
    DrillReport r = report();
    CHECK_THAT(drill_text(r, names, {}), test::contains("center:rz-1 fällt um 09:30 aus"));
    r.summary.fails = "room:a/r1, room:a/r2";
    CHECK_THAT(drill_text(r, names, {}), test::contains("room:a/r1, room:a/r2 fallen um 09:30 aus"));
    CHECK_THAT(drill_text(r, names, {.language = Language::english}),
               test::contains("room:a/r1, room:a/r2 fail at 09:30"));
}

TEST_CASE("a step that is too long goes on in the next line", "[report][drill]") {
    DrillReport r = report();
    for (int i = 0; i < 20; ++i) r.timeline[0].place += fmt::format(" wort-{}", i);
    const std::string text = drill_text(r, names, {});
    for (int i = 0; i < 20; ++i) CHECK_THAT(text, test::contains(fmt::format("wort-{}", i)));
    std::istringstream lines(text);
    for (std::string line; std::getline(lines, line);) CHECK(display_width(line) <= 100);
}

TEST_CASE("what never works again is said so, and is null in JSON", "[report][drill]") {
    DrillReport r = report();
    r.summary.rto_max_s = outcome::not_applicable;
    r.summary.lasts_h = outcome::not_applicable;
    r.results[0].rto_s = outcome::not_applicable;
    const std::string text = drill_text(r, names, {});
    CHECK_THAT(text, test::contains("für immer"));
    CHECK_THAT(text, test::contains("kommen zum Teil nie wieder"));
    CHECK_THAT(text, test::contains("nie!"));
    const auto json = nlohmann::json::parse(drill_json(r, names));
    CHECK(json.at("rto_max_s").is_null());
    CHECK(json.at("results").at(0).at("administration") == "alpha");
    CHECK(json.at("results").at(1).at("rto_s") == 4000.0);
    CHECK(json.at("timeline").at(0).at("text_en") == "decision (staff on duty): rz-2 takes over");
    CHECK(json.at("variant") == "shared");
}

/// As one line, however wide the terminal is.
std::string flat(std::string text) {
    std::replace(text.begin(), text.end(), '\n', ' ');
    return text;
}

TEST_CASE("what is destroyed is not said to fail for a time", "[report][drill]") {
    DrillReport r = report();
    r.summary.destroyed = true;
    r.summary.lasts_h = 720.0;
    CHECK_THAT(flat(drill_text(r, names, {})),
               test::contains("center:rz-1 wird um 09:30 zerstört, neue Technik nach 30 Tage"));
    r.summary.lasts_h = outcome::not_applicable;
    CHECK_THAT(flat(drill_text(r, names, {.language = Language::english})),
               test::contains("center:rz-1 is destroyed at 09:30, never replaced"));
}

TEST_CASE("data lost are told of all classes, or of critical ones and the others", "[report][drill]") {
    DrillReport r = report();
    const auto english = [&r] { return flat(drill_text(r, names, {.language = Language::english})); };
    r.summary.rpo_max_s = r.summary.rpo_all_max_s = 0.0;
    CHECK_THAT(english(), test::contains("Data lost, all classes (RPO): none."));
    r.summary.rpo_all_max_s = 12'600.0;
    CHECK_THAT(english(), test::contains("Data lost (RPO): critical classes none, others up to: those of the "
                                         "last 3:30:00."));
    r.summary.rpo_max_s = r.summary.rpo_all_max_s = outcome::not_applicable;
    r.summary.data_lost_tb = 1.6;
    CHECK_THAT(
        english(),
        test::contains("Data lost, all classes (RPO): all that was stored. Of 1.60 TB no copy is left."));
}

TEST_CASE("the headline counts servers that never run again and says what came of the takeover",
          "[report][drill]") {
    DrillReport r = report();
    CHECK_THAT(flat(drill_text(r, names, {})), !test::contains("nie wieder."));
    r.summary.servers_never = 16.0;
    r.summary.takeover = "fails";
    r.summary.takeover_failure = 0.2;
    CHECK_THAT(
        flat(drill_text(r, names, {})),
        test::contains("16 Server kommen nie wieder. Die Übernahme misslingt (so in 20 % der Fälle)."));
    r.summary.takeover = "succeeds";
    CHECK_THAT(flat(drill_text(r, names, {.language = Language::english})),
               test::contains("16 servers never run again. The takeover succeeds (fails in 20 % of cases)."));
}

TEST_CASE("other paths that are too narrow are not said to carry", "[report][drill]") {
    DrillReport drill = report();
    drill.summary.servers_hit = 0.0;
    drill.summary.rto_max_s = 60.0;
    CHECK_THAT(drill_text(drill, names, {}), test::contains("tragen andere Wege"));
    drill.timeline.front().step = "narrow";
    drill.timeline.front().form = "link";
    CHECK_THAT(drill_text(drill, names, {}), !test::contains("tragen"));
    CHECK_THAT(drill_text(drill, names, {}), test::contains("zu schmal (siehe unten)"));
}

TEST_CASE("drills rank by workplaces times recovery time, then by transactions", "[report][drill]") {
    const auto ranked = [](const std::string& fails, double workplaces, double rto_s, double lost) {
        RankedDrill d{"v", {}};
        d.summary.fails = fails;
        d.summary.workplaces_hit = workplaces;
        d.summary.rto_max_s = rto_s;
        d.summary.transactions_lost = lost;
        return d;
    };
    // 100 x 60 s = 6,000; 10 x 1,000 s = 10,000; never beats both; equal ones by transactions, then by name.
    std::vector<RankedDrill> drills{ranked("short", 100.0, 60.0, 9.0),
                                    ranked("quiet-b", 0.0, 0.05, 1.0),
                                    ranked("quiet-a", 0.0, 0.05, 1.0),
                                    ranked("busy", 0.0, 0.0, 5.0),
                                    ranked("long", 10.0, 1000.0, 1.0),
                                    ranked("never", 1.0, outcome::not_applicable, outcome::not_applicable)};
    rank_drills(drills);
    std::vector<std::string> order;
    for (const RankedDrill& d : drills) order.push_back(d.summary.fails);
    CHECK(order == std::vector<std::string>{"never", "long", "short", "busy", "quiet-a", "quiet-b"});
    const std::string text = drill_ranking_text(drills, 2, {});
    CHECK_THAT(text, test::contains("never") && test::contains("long") && !test::contains("short"));
    CHECK_THAT(text, test::contains("... und 4 weitere."));
    const auto json = nlohmann::json::parse(drill_ranking_json(drills));
    CHECK(json.at(1).at("rank") == 2);
    CHECK(json.at(1).at("fails") == "long");
}

TEST_CASE("servers without a place stand in percent where drills are ranked", "[report][drill]") {
    RankedDrill drill{"v", {}};
    drill.summary.capacity_short = 0.4;  // a fraction would read "0,4 %"
    CHECK_THAT(drill_ranking_text({drill}, 1, {}), test::contains("40 %"));
}

TEST_CASE("times show hours, minutes and seconds", "[report][drill]") {
    CHECK(clock_text(0.0, {}) == "0:00:00");
    CHECK(clock_text(0.05, {}) == "0,05 s");
    CHECK(clock_text(59.6, {}) == "0:01:00");
    CHECK(clock_text(36.5 * 3600.0, {}) == "36:30:00");
    CHECK(clock_text(outcome::not_applicable, {}) == "nie");
}

}  // namespace
}  // namespace verbund::report
