#include "results/report/sentences/answer/answers.hpp"

#include <algorithm>

#include "results/report/lookup.hpp"
#include "results/report/rule_names.hpp"
#include "tests/support/catch.hpp"
#include "tests/unit/results/sample_run.hpp"

namespace verbund::report {
namespace {

using outcome::Run;

const Style german{};
const Style english{Language::english, true, false, 100};

using Points = std::vector<std::string>;

Points points_of(const Run& run, std::size_t variant, const Style& style) {
    return variant_points(run, variant, PlaceNames{run, style}, style);
}

bool says(const Points& points, const std::string& sentence) {
    return std::find(points.begin(), points.end(), sentence) != points.end();
}

/// Two districts (one with a room in both years, both with a WAN access of 1 Gbit/s), a center, a route.
Run short_run() {
    Run run = test::planners_run();
    run.links = {{"05166--rz-1", "05166", "rz-1", 10.0, true}};
    for (outcome::AdministrationYear& row : run.administration) {
        row.workplaces = 500.0;
        row.access_limit_gbit_s = 1.0;
    }
    for (const std::size_t year : {std::size_t{0}, std::size_t{1}}) {
        run.administration[2 * year + 1].home_racks = 1.0;
        run.yearly[year].in_operation = 1.0;
    }
    run.rows<outcome::Bottleneck>() = {
        {0, 2024, "access:05162", Resource::uplink, 2.0, 1.0, "Gbit s-1"},
        {0, 2024, "access:05166", Resource::uplink, 1.5, 1.0, "Gbit s-1"},
        {0, 2025, "home:05166", Resource::it_power, 3.0, 2.0, "kW"},
        {0, 2025, "link:05166--rz-1", Resource::uplink, 12.0, 10.0, "Gbit s-1"},
        {0, 2025, "rz-1", Resource::racks, 9.0, 8.0, "1"}};
    return run;
}

TEST_CASE("places are named in both languages, and an unknown id stays as it is", "[report]") {
    Run run = short_run();
    run.administrations[0].name = "Ansbach";  // the district, not the town
    const PlaceNames names{run, german};
    CHECK(names.of("rz-1") == "Rechenzentrum Nord");
    CHECK(names.of("home:05162") == "Serverraum Kreis Ansbach");
    CHECK(names.of("access:05166") == "WAN-Anschluss Kreis Viersen");
    CHECK(names.of("link:05166--rz-1") == "Strecke Kreis Viersen \u2013 Rechenzentrum Nord");
    CHECK(names.of("home:99999") == "Serverraum 99999");
    CHECK(names.of("link:a--b") == "Strecke a--b");
    CHECK(names.of("05166--rz-1") == "Kreis Viersen \u2013 Rechenzentrum Nord");
    CHECK(names.of("uplink:rz-1") == "Anbindung Rechenzentrum Nord");
    CHECK(names.of("").empty());
    const PlaceNames in_english{run, english};
    CHECK(in_english.of("home:05166") == "server room of Kreis Viersen");
    CHECK(in_english.of("access:05166") == "WAN access of Kreis Viersen");
    CHECK(in_english.of("link:05166--rz-1") == "link Kreis Viersen \u2013 Rechenzentrum Nord");
    CHECK(in_english.of("uplink:rz-1") == "uplink of Rechenzentrum Nord");
}

TEST_CASE("shortages are told by the worst of the first year and counted by kind", "[report]") {
    const Points points = points_of(short_run(), 0, german);
    CHECK(says(points,
               "Zuerst knapp: 2024 WAN-Anschluss Rhein-Kreis Neuss (nötig 2, vorhanden 1 Gbit/s); im "
               "selben Jahr außerdem: 1 WAN-Anschluss."));
    CHECK(says(points,
               "Nicht mehr ausreichend bis 2024: 2 von 2 WAN-Anschlüssen; bis 2025: 1 von 1 Serverraum, "
               "1 von 1 Zentrum, 2 von 2 WAN-Anschlüssen und 1 Strecke."));
    CHECK(says(points_of(short_run(), 0, english),
               "No longer sufficient by 2024: 2 of 2 WAN accesses; by 2025: 1 of 1 server room, 1 of 1 "
               "center, 2 of 2 WAN accesses and 1 link."));
    CHECK(says(points_of(short_run(), 1, german),
               "Bis 2025 wird nichts knapp: Was die Studie begrenzt, reicht; alles andere wird nach Bedarf "
               "ausgebaut."));
}

TEST_CASE("a shortage of things without a unit names the thing", "[report]") {
    Run run = short_run();
    run.rows<outcome::Bottleneck>() = {run.rows<outcome::Bottleneck>().back()};
    CHECK(says(points_of(run, 0, german),
               "Zuerst knapp: 2025 Racks, Rechenzentrum Nord (nötig 9, vorhanden 8 Racks)."));
}

TEST_CASE("a shortage of rack power names the racks behind it", "[report]") {
    Run run = short_run();
    outcome::Bottleneck power = run.rows<outcome::Bottleneck>().back();
    power.resource = Resource::rack_power;
    power.need = 27.0;
    power.limit = 24.0;
    power.unit = "kW";
    run.rows<outcome::Bottleneck>() = {power};
    const auto center = std::find_if(run.centers.begin(), run.centers.end(),
                                     [&](const auto& c) { return c.id == power.site; });
    REQUIRE(center != run.centers.end());
    const auto index = static_cast<std::size_t>(center - run.centers.begin());
    run.yearly[run.yearly_index(0, 1, index)].resources[Resource::racks] = {9.0, 8.0};
    CHECK(says(points_of(run, 0, german),
               "Zuerst knapp: 2025 Rackleistung, Rechenzentrum Nord (nötig 27, vorhanden 24 kW: 9 Racks nach "
               "ihrer Leistung, nicht nach ihrem Platz, vorhanden 8)."));
}

TEST_CASE("what is to be built is summed over centers, the last stage of each counts", "[report]") {
    Run run = test::planners_run();
    run.rows<outcome::BuildStep>() = {{0, 2024, "rz-1", Resource::it_power, 0.0, 24.0, "kW"},
                                      {0, 2024, "rz-1", Resource::racks, 0.0, 8.0, "1"},
                                      {0, 2025, "rz-1", Resource::it_power, 24.0, 36.0, "kW"},
                                      {0, 2025, "rz-2", Resource::it_power, 0.0, 10.0, "kW"},
                                      {0, 2025, "rz-2", Resource::racks, 0.0, 3.0, "1"},
                                      {1, 2025, "rz-2", Resource::racks, 0.0, 99.0, "1"}};
    // 2025: 36 + 10 kW, 8 + 3 racks
    CHECK(says(points_of(run, 0, german),
               "Ausbau in Summe, 2024: 24 kW IT und 8 Racks in 1 Zentrum; 2025: 46 kW IT und 11 Racks in 2 "
               "Zentren."));
}

TEST_CASE("rooms and lines that are built on are counted, and the first line is named", "[report]") {
    Run run = short_run();
    run.rows<outcome::BuildStep>() = {{0, 2025, "home:05166", Resource::it_power, 3.0, 4.5, "kW"},
                                      {0, 2025, "home:05166", Resource::racks, 1.0, 2.0, "1"}};
    run.rows<outcome::LineBuild>() = {{0, 2025, "link:05166--rz-1", 10.0, 20.0},
                                      {0, 2024, "access:05162", 1.0, 2.0},
                                      {0, 2024, "access:05166", 0.5, 1.0},
                                      {0, 2025, "access:05162", 2.0, 5.0}};
    const Points points = points_of(run, 0, german);
    CHECK(says(points, "Eigene Serverräume, die ausgebaut werden müssen, bis 2025: 1."));
    CHECK(
        says(points,
             "Leitungen ausgebaut bis 2024: 2 Anschlüsse; bis 2025: 2 Anschlüsse und 1 Strecke; zuerst 2024 "
             "WAN-Anschluss Rhein-Kreis Neuss (von 1 auf 2 Gbit/s)."));
    CHECK(says(
        points_of(run, 0, english),
        "Lines built on by 2024: 2 accesses; by 2025: 2 accesses and 1 link; first in 2024 WAN access of "
        "Rhein-Kreis Neuss (from 1 to 2 Gbit/s)."));
    // Rooms are no centers: nothing is said of those.
    for (const std::string& point : points) CHECK(point.find("Ausbau in Summe") == std::string::npos);
}

TEST_CASE("servers without a place come first, with what they mostly lack", "[report]") {
    Run run = test::planners_run();
    run.summary[1].servers_refused = 7.0;
    run.rows<outcome::Refusal>() = {{0, 2025, "home:05162", "05162", "gis", 2.0, Resource::racks},
                                    {0, 2025, "home:05166", "05166", "gis", 5.0, Resource::it_power},
                                    {0, 2024, "home:05166", "05166", "gis", 50.0, Resource::racks}};
    CHECK(points_of(run, 0, german).front() ==
          "Ohne Platz: bis zu 7 von 300 Servern (2025), meist fehlt: IT-Leistung.");
}

TEST_CASE("standby without a place is told with its share, criticality, places and what is short",
          "[report]") {
    Run run = test::planners_run();
    run.rows<outcome::MissingStandby>() = {
        {0, 2024, "rz-1", "rz-0", "normal", 50.0, 50.0, 1.0, Resource::racks},
        {0, 2025, "rz-1", "rz-0", "normal", 200.0, 24.0, 0.12, Resource::it_power},
        {0, 2025, "rz-1", "rz-2", "low", 40.0, 40.0, 1.0, Resource::it_power},
        {0, 2025, "rz-1", "rz-3", "critical", 10.0, 1.0, 0.1, Resource::it_power},
    };
    // 2025: 24 + 40 + 1 servers, more than the 50 of 2024; most of one criticality: the 40 of rz-2
    CHECK(points_of(run, 0, english).front() ==
          "Standby for 100 % of the uncritical servers of rz-2 is missing at Rechenzentrum Nord (2025; short "
          "of: IT power), for 65 servers in all.");
    run.rows<outcome::MissingStandby>().erase(run.rows<outcome::MissingStandby>().begin() + 2);
    run.rows<outcome::MissingStandby>().erase(run.rows<outcome::MissingStandby>().begin());
    CHECK(points_of(run, 0, german).front() ==
          "Reserve fehlt für 12 % der normalen Server von rz-0 in Rechenzentrum Nord (2025; knapp: "
          "IT-Leistung), insgesamt für 25 Server.");
}

TEST_CASE("missed rules count subjects once a year, law apart from recommendations", "[report]") {
    Run run = test::planners_run();
    const auto finding = [](int year, const char* rule, const char* subject, const char* verdict) {
        return outcome::RuleFinding{0, year, rule, subject, verdict, "", 1.0, "", 1.0, "1", "", "", ""};
    };
    run.rows<outcome::RuleFinding>() = {finding(2024, "bsi.georedundancy", "Nord / Süd", "missed"),
                                        finding(2024, "bsi.georedundancy", "Süd / Nord", "missed"),
                                        finding(2025, "bsi.georedundancy", "Süd / Nord", "missed"),
                                        finding(2024, "enefg.pue", "Nord", "met"),
                                        finding(2025, "enefg.pue", "Nord", "missed"),
                                        finding(2025, "enefg.pue", "Süd", "missed"),
                                        finding(2025, "enefg.pue", "West", "missed")};
    const Points points = points_of(run, 0, german);
    CHECK(says(points, "Gesetz verfehlt 2025: EnEfG PUE in 3 Zentren."));
    CHECK(says(points,
               "Empfehlungen verfehlt 2024, 2025: BSI Abstand für Georedundanz in 1 Paar (Nord / Süd)."));
    run.rows<outcome::RuleFinding>() = {finding(2024, "enefg.scope", "Nord", "exempt"),
                                        finding(2024, "en50600.class", "Nord", "met")};
    CHECK(
        says(points_of(run, 0, german), "Gesetz: Das EnEfG gilt in den Stichjahren für keines der Zentren."));
    CHECK(says(points_of(run, 0, german), "Empfehlungen: in den Stichjahren nichts verfehlt."));
    run.rows<outcome::RuleFinding>()[0].verdict = "info";
    CHECK(says(points_of(run, 0, german), "Gesetz: in den Stichjahren nichts verfehlt."));
}

TEST_CASE("a voluntary label that is not reached counts as no recommendation missed; open proofs are counted",
          "[report]") {
    Run run = test::planners_run();
    const auto finding = [](const char* rule, const char* subject, const char* verdict) {
        return outcome::RuleFinding{0, 2025, rule, subject, verdict, "", 1.0, "", 1.0, "1", "", "", ""};
    };
    run.rows<outcome::RuleFinding>() = {
        finding("en50600.class", "Nord", "met"),        finding("blauer-engel.pue", "Nord", "not-reached"),
        finding("blauer-engel.cer", "Nord", "met"),     finding("check-list.c5", "Nord", "to-be-shown"),
        finding("check-list.c5", "Süd", "to-be-shown"), finding("check-list.iso27001", "Nord", "met"),
        finding("nis2.size", "Nord", "to-be-shown")};
    const Points points = points_of(run, 0, german);
    CHECK(says(points, "Empfehlungen: in den Stichjahren nichts verfehlt."));
    CHECK(says(points, "Freiwillig, nicht erreicht 2025: Blauer Engel PUE in 1 Zentrum (Nord)."));
    CHECK(says(points, "Prüfliste: 2 Nachweise stehen aus."));
}

TEST_CASE("a rule without a name is shown by its id", "[report]") {
    CHECK(rule_name("enefg.pue", Language::german) == "EnEfG PUE");
    CHECK(rule_name("en50600.class", Language::english) == "EN 50600 availability class");
    CHECK(rule_name("new.rule", Language::german) == "new.rule");
    CHECK(is_law("enefg.pue"));
    CHECK(is_law("nis2.size"));
    CHECK_FALSE(is_law("bsi.georedundancy"));
    CHECK(rule_kind("en50600.class") == RuleKind::advice);
    CHECK(rule_kind("blauer-engel.pue") == RuleKind::label);
    CHECK(rule_kind("check-list.c5") == RuleKind::check_list);
}

TEST_CASE("a comparison names the cheapest and the differences to the base", "[report]") {
    const std::vector<Section> sections = comparison_sections(test::planners_run(), german);
    REQUIRE(sections.size() == 1);
    CHECK(sections[0].heading == "Vergleich: 2 Verwaltungen, 1.000 Arbeitsplätze (2025)");
    // pooled: 600 MWh x (0.5 + 0.55) = 630 MWh; EUR 1,234,567 x 1.05 = 1.296 million; 240 t x 1.05 = 252 t;
    // 2025: 0.55 against 1.1 times the base: half; latency p95 2 x 6 against 2 x 2 ms
    CHECK(
        sections[0].points ==
        Points{
            "Am wenigsten 2024-2025: Strom pooled (0,63 GWh), Kosten pooled (1,3 Mio. EUR), CO2 pooled (252 "
            "t).",
            "pooled gegen status-quo im Jahr 2025: Strom -50 %, Kosten -50 %, CO2 -50 %, Latenz p95 12,0 "
            "statt 4,0 ms.",
            "Kosten 2025: pooled < status-quo; auch ohne Personal und mit Lizenzen zu einem Zehntel ihres "
            "Preises.",
            "pooled gegen status-quo: Kosten -50 %; keine Preisgruppe allein kehrt das zwischen einem "
            "Fünftel "
            "und dem Fünffachen ihres Preises um."});
}

TEST_CASE("variants that do not differ are said not to", "[report]") {
    Run run = test::planners_run();
    run.summary[3] = run.summary[1];
    const std::vector<Section> sections = comparison_sections(run, german);
    CHECK(sections.at(0).points.at(1) ==
          "pooled gegen status-quo im Jahr 2025: kein Unterschied in Strom, Kosten, CO2 und Latenz.");
}

TEST_CASE("variants are compared only with those that serve the same administrations", "[report]") {
    Run run = test::planners_run();
    run.variants.push_back({"wide", "", ""});
    run.variants.push_back({"wide-pooled", "", ""});
    run.summary.resize(8);
    std::copy_n(run.summary.begin(), 4, run.summary.begin() + 4);
    run.yearly.resize(8 * run.centers.size());
    run.administration.resize(8 * run.administrations.size());
    for (std::size_t row = 4; row < 8; ++row) run.summary[row].administrations = 20.0;
    const std::vector<Section> sections = comparison_sections(run, german);
    REQUIRE(sections.size() == 2);
    CHECK(sections[0].points.back().starts_with("pooled gegen status-quo"));
    CHECK(sections[1].points.back().starts_with("wide-pooled gegen wide"));
}

TEST_CASE("a variant that refuses more servers than another is not compared without a warning", "[report]") {
    Run run = test::planners_run();
    run.summary[1].servers_refused = 1.0;  // 0.3 %: not notable
    CHECK(comparison_sections(run, german).at(0).points.front().starts_with("Am wenigsten"));
    run.summary[1].servers_refused = 30.0;
    CHECK(comparison_sections(run, german).at(0).points.front() ==
          "ACHTUNG: status-quo lässt 30 von 300 Servern ohne Platz (2025); Strom, Kosten und CO2 dieser "
          "Variante "
          "sind darum zu klein und nicht fair vergleichbar.");
}

TEST_CASE("figures of a study that moves somebody say that moves count from 1 January", "[report]") {
    Run run = test::planners_run();
    run.rows<outcome::AssumptionRow>().push_back(
        {"centers.moves.at.to", "x", true, "", "", "", "", "", ""});  // no move
    CHECK(comparison_sections(run, german).size() == 1);
    run.rows<outcome::AssumptionRow>().push_back(
        {"pooled:moves.all.to", "rz-1", true, "", "", "", "", "", ""});
    const Section moves = comparison_sections(run, german).front();
    CHECK(moves.heading == "Umzüge: gerechnet ab dem 1. Januar ihres Jahres");
    CHECK(moves.points == Points{"Wie lange das Kopieren dauert, sagt erst die Ereignisrechnung (nicht "
                                 "mit --engines annual)."});
}

TEST_CASE("a wave that is not copied within its year is told before all figures", "[report]") {
    Run run = test::planners_run();
    outcome::MigrationWave late;
    late.variant = 1;
    late.year = 2025;
    late.move = "all";
    late.nights = 365.0;
    late.data_tb = 221.0;
    outcome::MigrationWave done = late;
    done.move = "some";
    done.nights = 12.0;
    done.finished = "2025-01-13";
    outcome::MigrationWave later = late;
    later.move = "others";
    run.rows<outcome::MigrationWave>() = {late, done, later};
    const Section moves = comparison_sections(run, german).front();
    REQUIRE(moves.points.size() == 2);
    CHECK(
        moves.points[0].starts_with("ACHTUNG: pooled: in 365 Nächten nicht kopiert: all 2025 (221 TB) und "
                                    "others 2025 (221 TB); die Zahlen ab "
                                    "diesen Umzügen gelten erst, wenn sie fertig sind."));
    CHECK(moves.points[1] ==
          "Die längste fertige Welle (pooled: some 2025) ist am 2025-01-13 kopiert, nach 12 Nächten.");
}

TEST_CASE("a single variant has nothing to be compared with", "[report]") {
    Run run = test::planners_run();
    run.variants.pop_back();
    run.summary.resize(2);
    CHECK(comparison_sections(run, german).empty());
}

TEST_CASE("short resource words are at most eight columns wide", "[report]") {
    for (int code = 0; code < outcome::resource_count; ++code) {
        const Resource resource = outcome::resource_from_code(code);
        CHECK(short_resource_name(resource, Language::german).size() <=
              8);  // bytes; Kühlung has one more than columns
        CHECK(short_resource_name(resource, Language::english).size() <= 8);
    }
    CHECK(short_resource_name(Resource::uplink, Language::german) == "WAN");
    CHECK(short_resource_name(Resource::height_units, Language::german) == "HE");
}

}  // namespace
}  // namespace verbund::report
