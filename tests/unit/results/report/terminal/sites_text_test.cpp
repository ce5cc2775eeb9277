#include "results/report/terminal/sites_text.hpp"

#include "results/report/sentences/answer/site_answer.hpp"
#include "tests/support/catch.hpp"
#include "tests/unit/results/report/text_lines.hpp"
#include "tests/unit/results/sample_run.hpp"
#include "tests/unit/results/sites_run.hpp"

namespace verbund::report {
namespace {

using test::contains;
using test_text::require_width;

const Style german{};
const Style english{Language::english, true, false, 100};

/// The text with its line ends as blanks, so that a sentence can be found wherever it was broken.
std::string unbroken(std::string text) {
    std::replace(text.begin(), text.end(), '\n', ' ');
    return text;
}

std::string answer_of(const outcome::Run& run, const Style& style) {
    std::string text;
    for (const std::string& sentence : site_answer(run, 2025, PlaceNames{run, style}, style))
        text += sentence + '\n';
    return text;
}

TEST_CASE("the answer names the first choice with its distance, downtime, cost, reason and need",
          "[report]") {
    const outcome::Run run = test::sites_run();
    const std::string text = answer_of(run, german);
    CHECK_THAT(text,
               contains("2025: Platz 1 von 4 simulierten Möglichkeiten ist Rechenzentrum Adorf (rz-a): "
                        "geeignet. Mindestens 312 km vom Hauptstandort, Umlaufzeit dorthin höchstens 4,1 "
                        "ms, Replikation nur asynchron."));
    CHECK_THAT(text, contains("0,84 h im Jahr aus (95-%-Intervall: 0,756 bis 0,924 h)"));
    CHECK_THAT(text, contains("1.230 Tsd. EUR im Jahr, gegenüber keinem Zweitstandort +100 Tsd. EUR"));
    CHECK_THAT(text, contains("Von den 2 geeigneten kostet keine weniger."));  // 1.23 against 1.33 million
    CHECK_THAT(text, contains("4 Reservehosts in 2 Racks mit 14,2 kW IT-Last und 83 TB Speicher"));
    CHECK_THAT(answer_of(run, english), contains("Of the 2 suitable ones, none costs less."));
}

TEST_CASE("the reason for the first rank is what holds of it among choices with its verdict", "[report]") {
    outcome::Run run = test::sites_run();
    SECTION("neither cheaper nor surer than another, but on the front") {
        run.rows<outcome::SiteOption>()[0].cost_eur = 1'400'000.0;
        CHECK_THAT(answer_of(run, german), contains("Keine andere ist in einem Ziel besser"));
    }
    SECTION("surest") {
        run.rows<outcome::SiteOption>()[0].cost_eur = 1'400'000.0;
        run.rows<outcome::SiteOption>()[0].downtime_low_h = 0.5;  // the other one ends at 0.561
        CHECK_THAT(answer_of(run, german), contains("Von den 2 geeigneten fällt keine sicher kürzer aus."));
    }
    SECTION("both") {
        run.rows<outcome::SiteOption>()[0].downtime_low_h = 0.5;
        CHECK_THAT(answer_of(run, german),
                   contains("kostet keine weniger, und keine fällt sicher kürzer aus"));
    }
    SECTION("the only one with its verdict") {
        run.rows<outcome::SiteOption>()[1].verdict = "justify";
        CHECK_THAT(answer_of(run, german), contains("Alle anderen sind schlechter beurteilt."));
    }
    SECTION("none is suitable") {
        for (outcome::SiteOption& option : run.rows<outcome::SiteOption>()) option.verdict = "ruled-out";
        CHECK_THAT(answer_of(run, english), contains("Every choice is ruled out."));
    }
    SECTION("the only choice needs a justification") {
        run.rows<outcome::SiteOption>().resize(1);
        run.rows<outcome::SiteOption>()[0].verdict = "justify";
        CHECK_THAT(answer_of(run, german), contains("ohne schriftliche Begründung"));
    }
}

TEST_CASE("servers without a place at the first choice are a caution", "[report]") {
    outcome::Run run = test::sites_run();
    CHECK(answer_of(run, german).find("ACHTUNG") == std::string::npos);
    run.rows<outcome::SiteOption>()[0].refused_servers = 12.0;
    CHECK_THAT(answer_of(run, german), contains("ACHTUNG: 12 Server finden dort keinen Platz."));
}

TEST_CASE("choices stand by rank, with a star on the front and every site in full", "[report]") {
    outcome::Run run = test::sites_run();
    std::swap(run.rows<outcome::SiteOption>()[0],
              run.rows<outcome::SiteOption>()[3]);  // the order of rows does not matter, ranks do
    const std::string text = sites_text(run, german);
    const std::size_t first = text.find("1 *  geeignet");
    const std::size_t third = text.find("3    nur mit Begründung");
    const std::size_t fourth = text.find("4    scheidet aus");
    CHECK(first < third);
    CHECK(third < fourth);
    CHECK(fourth != std::string::npos);
    CHECK_THAT(text, contains("bedingt synchron"));
    CHECK_THAT(text, contains("0,76 - 0,92"));  // 0.84 h +- 10 %
    CHECK_THAT(text, contains("+ rz-b"));
    require_width(text, 100);
    require_width(sites_text(run, english), 100);
}

TEST_CASE(
    "what speaks against a choice is said with its criterion, and only what is missed or to be justified",
    "[report]") {
    const std::string text = unbroken(sites_text(test::sites_run(), german));
    CHECK_THAT(text, contains("3. Rechenzentrum Bedorf (rz-b) (nur mit Begründung)"));
    CHECK_THAT(text,
               contains("* Abstand (verfehlt): Rechenzentrum Cedorf liegt 42 km von Rechenzentrum Nord;"));
    CHECK(text.find("großflächigen Ausfälle") == std::string::npos);
    CHECK(text.find("für alle 10 Server") == std::string::npos);
}

TEST_CASE("separate ways and common hazards of a choice stand in percent", "[report]") {
    outcome::Run run = test::sites_run();
    run.rows<outcome::SiteOption>().front().disjoint_share = 0.8431;
    run.rows<outcome::SiteOption>().front().common_hazard = 0.1267;
    const std::string text = sites_text(run, german);
    CHECK_THAT(text, contains("84,3"));
    CHECK_THAT(text, contains("12,7"));
}

TEST_CASE("a criterion of a newer version shows its value and limit", "[report]") {
    outcome::Run run = test::sites_run();
    for (outcome::SiteCriterion& row : run.rows<outcome::SiteCriterion>()) row.criterion = "noise";
    CHECK_THAT(sites_text(run, german), contains("42 km (Grenze 100 km)"));
}

TEST_CASE("candidates left out are listed with their reason, the first fifteen of many", "[report]") {
    outcome::Run run = test::sites_run();
    CHECK_THAT(sites_text(run, german),
               contains("nicht simuliert wurden (2: Abstand 1, Vorauswahl 1)\n* Rechenzentrum Dedorf (rz-d): "
                        "Abstand: 14 km Luftlinie von Rechenzentrum Nord; verlangt"));
    CHECK_THAT(sites_text(run, english),
               contains("* Rechenzentrum Edorf (rz-e): shortlist: Not simulated: by the"));
    run.rows<outcome::SiteLeftOut>().resize(18, run.rows<outcome::SiteLeftOut>().front());
    const std::string text = sites_text(run, german);
    CHECK_THAT(text, contains("... und 3 weitere, --json zeigt alle"));
    run.rows<outcome::SiteOption>().clear();
    CHECK_THAT(sites_text(run, german), contains("nicht simuliert wurden (18: Abstand 17, Vorauswahl 1)"));
}

TEST_CASE("the model's deviation from the simulation is its median and its largest", "[report]") {
    outcome::Run run = test::sites_run();
    // |110 / 100 - 1| = 10 %, |190 / 200 - 1| = 5 %, |110 / 110 - 1| = 0; the last choice has no model cost
    CHECK_THAT(model_deviation(run, 2025, german).value(),
               contains("im Median um 5 % von der Simulation ab, höchstens um +10 % (3 Möglichkeiten)"));
    run.rows<outcome::SiteOption>()[0].model_cost_eur = 80'000.0;  // -20 %
    CHECK_THAT(model_deviation(run, 2025, english).value(), contains("by -20 % at most (3 choices)"));
    run.rows<outcome::SiteOption>()[2].model_cost_eur =
        outcome::not_applicable;  // two are left: (20 + 5) / 2
    CHECK_THAT(model_deviation(run, 2025, english).value(), contains("by 12.5 % (median)"));
    for (outcome::SiteOption& option : run.rows<outcome::SiteOption>())
        option.model_cost_eur = outcome::not_applicable;
    CHECK_FALSE(model_deviation(run, 2025, german).has_value());
}

TEST_CASE("names that mean harm neither command the terminal nor widen the text", "[report]") {
    outcome::Run run = test::sites_run();
    const std::string hostile = "\x1b[31m" + std::string(300, 'x') + "\u202e \x07";
    run.centers[1].name = hostile;
    run.rows<outcome::SiteOption>()[0].sites = hostile + " + " + hostile;
    run.rows<outcome::SiteCriterion>().back().verdict = "missed";
    run.rows<outcome::SiteCriterion>().back().site = hostile;
    run.rows<outcome::SiteCriterion>().back().criterion = "rules";
    run.rows<outcome::SiteCriterion>().back().reason = "duty-missed";
    run.rows<outcome::SiteCriterion>().back().rule = hostile + hostile;
    run.rows<outcome::SiteLeftOut>()[0].name = hostile;
    run.rows<outcome::SiteLeftOut>()[0].primary = hostile;
    for (const Style& style : {german, english}) {
        const std::string text = sites_text(run, style);
        require_width(text, 100);
        CHECK(text.find('\x1b') == std::string::npos);
        CHECK(text.find('\x07') == std::string::npos);
        CHECK(text.find("\u202e") == std::string::npos);
    }
}

TEST_CASE("without the availability engine the downtime is a dash and no sentence", "[report]") {
    outcome::Run run = test::sites_run();
    for (outcome::SiteOption& option : run.rows<outcome::SiteOption>())
        option.downtime_h = option.downtime_low_h = option.downtime_high_h = outcome::not_applicable;
    const std::string text = sites_text(run, german);
    CHECK(text.find("fallen") == std::string::npos);
    CHECK_THAT(text, contains("\u2013"));
    require_width(text, 100);
}

TEST_CASE("a run that compares no sites says nothing of them", "[report]") {
    CHECK(sites_text(test::planners_run(), german).empty());
    CHECK(answer_of(test::planners_run(), german).empty());
}

}  // namespace
}  // namespace verbund::report
