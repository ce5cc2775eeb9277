#include "results/report/sentences/sites.hpp"

#include <algorithm>
#include <fstream>
#include <set>

#include <nlohmann/json.hpp>

#include "tests/support/catch.hpp"
#include "tests/support/source_folder.hpp"
#include "tests/unit/results/sites_run.hpp"

namespace verbund::report {
namespace {

using outcome::SiteCriterion;
using outcome::SiteLeftOut;

/// Sentences of the run of `test::sites_run`, whose primary is "Rechenzentrum Nord".
class Told {
public:
    template <class Row>
    [[nodiscard]] std::string german(const Row& row) const {
        return sentence(row, tellers_.german);
    }
    template <class Row>
    [[nodiscard]] std::string english(const Row& row) const {
        return sentence(row, tellers_.english);
    }

private:
    outcome::Run run_ = test::sites_run();
    Tellers tellers_{run_};
};

SiteCriterion criterion(const std::string& id, const std::string& verdict, const std::string& reason = "") {
    SiteCriterion row;
    row.site = "rz-a";
    row.primary = "rz-1";
    row.criterion = id;
    row.verdict = verdict;
    row.reason = reason;
    row.value = 0.254;
    row.limit = 1.0;
    row.other_value = 50.0;
    return row;
}

SiteLeftOut left_out(const std::string& id, Resource binding, double value, double limit) {
    SiteLeftOut row;
    row.primary = "rz-1";
    row.criterion = id;
    row.binding = binding;
    row.value = value;
    row.limit = limit;
    return row;
}

TEST_CASE("places of a choice are told with their names and what the distance means", "[sentences]") {
    SiteCriterion row = criterion("distance", "justify");
    row.value = 120.4;
    CHECK(Told{}.german(row) ==
          "Rechenzentrum Adorf liegt 120 km von Rechenzentrum Nord; unter 200 km verlangt das BSI eine "
          "schriftliche Begründung mit Risikoanalyse.");
    row.verdict = "met";
    CHECK(Told{}.english(row) ==
          "Rechenzentrum Adorf is 120 km from Rechenzentrum Nord and counts as georedundant (BSI: 200 km).");
    row = criterion("spacing", "missed");
    row.value = 99.0;
    CHECK(Told{}.german(row) ==
          "Die gewählten Standorte liegen mindestens 99 km auseinander; unter 100 km gilt das BSI-Kriterium "
          "der Georedundanz nie als erfüllt.");
    CHECK(Told{}.german(criterion("hazard", "missed")) ==
          "25 % der großflächigen Ausfälle (50 km) treffen Haupt- und Zweitstandort.");
    row = criterion("grid-region", "info");
    row.region = "Amprion";
    CHECK(Told{}.english(row) ==
          "Rechenzentrum Nord and Rechenzentrum Adorf are in one grid region (Amprion).");
    CHECK(Told{}.german(criterion("grid-region", "met")) ==
          "Haupt- und Zweitstandorte liegen in verschiedenen Netzregionen.");
}

TEST_CASE("ways to a choice are told with their times and shares", "[sentences]") {
    SiteCriterion row = criterion("round-trip", "met", "synchronous-warned");
    row.value = 2.449;
    CHECK(Told{}.german(row) ==
          "2,4 ms Umlaufzeit zwischen Rechenzentrum Nord und Rechenzentrum Adorf: synchrone Replikation nur "
          "mit Vorbehalt (über 2 ms).");
    CHECK(Told{}.english(criterion("path", "info", "workplaces")) ==
          "25 % of workplaces reach the backup site on two separate routes.");
    CHECK(Told{}.german(criterion("latency", "justify")) ==
          "Im Ersatzbetrieb sind 25,4 % der Vorgänge langsamer, als ihre Lastklasse verträgt (95 % der "
          "Arbeitsplätze: bis 50,0 ms).");
}

TEST_CASE("what a choice carries is told with counts, resource, hours and duties", "[sentences]") {
    SiteCriterion row = criterion("capacity", "missed");
    row.value = 12.0;
    row.binding = Resource::storage;
    CHECK(Told{}.german(row) ==
          "Rechenzentrum Adorf trägt den Ersatz für 12 von 50 Servern nicht; es fehlt: Speicher.");
    CHECK(Told{}.english(criterion("capacity", "met")) ==
          "Rechenzentrum Adorf holds standby for all 50 servers.");
    CHECK(Told{}.german(criterion("availability", "met")) ==
          "Kritische Dienste fallen 0,25 h im Jahr aus, ohne Zweitstandort 1,00 h.");
    row = criterion("rules", "justify", "duty-missed");
    row.rule = "enefg.pue";
    row.value = 1.4;
    row.limit = 1.2;
    row.since = "2028-07-01";
    CHECK(Told{}.english(row) ==
          "Rechenzentrum Adorf: PUE 1.40 misses the limit of at most 1.20 in force since 1 July 2028.");
}

TEST_CASE("a candidate that is left out is told with what rules it out", "[sentences]") {
    SiteLeftOut row = left_out("capacity", Resource::it_power, 10.0, 9.0);
    CHECK(Told{}.german(row) == "Der Ersatz braucht 10,0 kW IT-Leistung, der Standort hat 9,0.");
    row = left_out("distance", Resource::none, 35.2, 100.0);
    CHECK(Told{}.english(row) == "35 km air line from Rechenzentrum Nord; 100 km are required.");
    row.criterion = "round-trip";
    CHECK(Told{}.german(row) ==
          "Mindestens 35,2 ms Umlaufzeit von Rechenzentrum Nord; synchrone Replikation geht bis 100 ms.");
    row.criterion = "noise";
    CHECK(Told{}.english(row) == "35.2 (limit 100)");
}

/// Ids of a group of the words files.
std::set<std::string> ids_of(const char* group) {
    std::ifstream file{test::source_folder() / "results/report/words/de.json"};
    std::set<std::string> ids;
    const auto words = nlohmann::json::parse(file).at(group);
    for (const auto& [id, text] : words.items()) ids.insert(id);
    return ids;
}

TEST_CASE("every sentence on a criterion or a candidate names values that its row has", "[sentences]") {
    const Told told;
    for (const std::string& id : ids_of("site-criterion")) {
        const std::size_t slash = std::min(id.find('/'), id.size());
        SiteCriterion row = criterion("", "");
        row.criterion = id.substr(0, slash);
        row.reason = id.substr(std::min(slash + 1, id.size()));
        row.rule = "enefg.pue";
        CAPTURE(id);
        CHECK(told.german(row).back() == '.');
        CHECK(told.german(row).find("Grenze 1)") == std::string::npos);
        CHECK(told.english(row).back() == '.');
    }
    for (const std::string& id : ids_of("site-left-out")) {
        SiteLeftOut row = left_out(id.substr(0, id.find('/')), Resource::none, 1.0, 2.0);
        for (const Resource binding : {Resource::it_power, Resource::racks, Resource::storage})
            if (id.ends_with(outcome::resource_id(binding))) row.binding = binding;
        CAPTURE(id);
        CHECK(told.german(row).back() == '.');
        CHECK(told.english(row).back() == '.');
    }
}

}  // namespace
}  // namespace verbund::report
