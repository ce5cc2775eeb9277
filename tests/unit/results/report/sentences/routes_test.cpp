#include "results/report/sentences/routes.hpp"

#include "results/report/sentences/sites.hpp"
#include "tests/support/catch.hpp"

namespace verbund::report {
namespace {

outcome::RouteCut cut(const std::string& kind, const std::string& thing, const std::string& a = "",
                      const std::string& b = "") {
    outcome::RouteCut row;
    row.from = "haan";
    row.to = "rz-1";
    row.kind = kind;
    row.thing = thing;
    row.end_a = a;
    row.end_b = b;
    return row;
}

outcome::Run run_with(const std::vector<outcome::RouteCut>& cuts) {
    outcome::Run run;
    run.administrations = {{"haan", "Haan", 51.0, 7.0, "municipality"}};
    run.centers = {{"rz-1", "Nord", 51.0, 7.0, "shared"}};
    run.rows<outcome::RouteCut>() = cuts;
    return run;
}

std::string told(const std::vector<outcome::RouteCut>& cuts, Language language) {
    const outcome::Run run = run_with(cuts);
    outcome::RoutePair row;
    row.from = "haan";
    row.to = "rz-1";
    return sentence(row, Tellers{run}.in(language));
}
std::string german(const std::vector<outcome::RouteCut>& cuts) { return told(cuts, Language::german); }
std::string english(const std::vector<outcome::RouteCut>& cuts) { return told(cuts, Language::english); }

TEST_CASE("the cut is told in words, in German and English", "[sentences]") {
    const outcome::RouteCut duct = cut("duct", "D7", "haan", "rz-1");
    CHECK(german({duct}) ==
          "beide Wege von Haan nach Nord nutzen den Leerrohrverbund D7 zwischen Haan und Nord");
    CHECK(english({duct}) == "both routes of Haan to Nord use duct D7 between Haan and Nord");
    CHECK(english({}).empty());
}

TEST_CASE("a duct used at two places is told with both", "[sentences]") {
    outcome::RouteCut duct = cut("duct", "D", "haan", "rz-1");
    duct.other_a = "n0";
    duct.other_b = "n2";
    CHECK(german({duct}) ==
          "beide Wege von Haan nach Nord nutzen den Leerrohrverbund D (zwischen Haan und Nord sowie zwischen "
          "n0 und n2)");
    CHECK(english({duct}) ==
          "both routes of Haan to Nord use duct D (between Haan and Nord and between n0 and n2)");
    duct.separates = false;
    CHECK(german({duct}) ==
          "jedes Wegepaar von Haan nach Nord teilt sich etwas; das beste nutzt den Leerrohrverbund D "
          "(zwischen Haan und Nord sowie zwischen n0 und n2) auf beiden Wegen");
    CHECK(english({duct}) ==
          "every pair of routes of Haan to Nord shares something; the best uses duct D (between Haan and "
          "Nord and between n0 and n2) on both");
}

TEST_CASE("a single access is told as such", "[sentences]") {
    CHECK(german({cut("access", "l01", "haan", "n1")}) ==
          "Haan hat nur eine Anbindung, die Leitung l01 nach n1");
    CHECK(english({cut("access", "l01", "haan", "n1")}) == "Haan has only one access, link l01 to n1");
}

TEST_CASE("several shared things are listed", "[sentences]") {
    const std::vector<outcome::RouteCut> cuts{cut("node", "n2"), cut("link", "l45", "n4", "rz-1")};
    CHECK(german(cuts) ==
          "beide Wege von Haan nach Nord nutzen den Knoten n2 und die Leitung l45 zwischen n4 und Nord");
    CHECK(english(cuts) == "both routes of Haan to Nord use node n2 and link l45 between n4 and Nord");
}

TEST_CASE("one route, no route and a search that stopped early have their words", "[sentences]") {
    CHECK(english({cut("one-route", "")}) == "only one route leads from Haan to Nord");
    CHECK(german({cut("one-route", "")}) == "von Haan nach Nord führt nur ein Weg");
    outcome::RouteCut none = cut("unreachable", "");
    CHECK(german({none}) == "kein Weg führt von Haan nach Nord");
    none.proven = false;
    CHECK(english({none}) == "no route leads from Haan to Nord (search stopped early, not proven)");
    CHECK(german({none}) == "kein Weg führt von Haan nach Nord (Suche vorzeitig beendet, nicht bewiesen)");
}

TEST_CASE("routes of other variants and places are not mixed up", "[sentences]") {
    outcome::Run run = run_with({cut("access", "l01", "haan", "n1")});
    const Tellers tellers{run};
    outcome::RoutePair row;
    row.from = "haan";
    row.to = "rz-1";
    CHECK_FALSE(sentence(row, tellers.english).empty());
    row.variant = 1;
    CHECK(sentence(row, tellers.english).empty());
    row.variant = 0;
    row.to = "rz-2";
    CHECK(sentence(row, tellers.english).empty());

    outcome::SiteReach reach;
    reach.backup = "rz-1";
    CHECK(sentence(reach, tellers.english) == "Haan has only one access, link l01 to n1");
    outcome::SiteCriterion criterion;
    criterion.criterion = "path";
    criterion.reason = "shared";
    criterion.primary = "haan";
    criterion.site = "rz-1";
    CHECK(sentence(criterion, tellers.english) == "Haan has only one access, link l01 to n1.");
}

}  // namespace
}  // namespace verbund::report
