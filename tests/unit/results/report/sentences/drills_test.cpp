#include "results/report/sentences/drills.hpp"

#include <fstream>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "tests/support/catch.hpp"
#include "tests/support/source_folder.hpp"

namespace verbund::report {
namespace {

outcome::Run named_run() {
    outcome::Run run;
    run.centers = {{"rz-1", "Nord", 51.0, 7.0, "shared"}, {"rz-2", "rz-2", 51.0, 7.0, "shared"}};
    run.administrations = {{"haan", "Haan", 51.0, 7.0, "municipality"},
                           {"hilden", "Hilden", 51.0, 7.0, "municipality"}};
    run.rows<outcome::WorkloadLimit>() = {{"mail", "E-Mail", "mail", outcome::not_applicable},
                                          {"gis", "", "", outcome::not_applicable}};
    return run;
}

outcome::DrillEvent step(const std::string& kind, const std::string& form, const std::string& place) {
    outcome::DrillEvent event;
    event.step = kind;
    event.form = form;
    event.place = event.subject = place;
    return event;
}

std::string told(const outcome::DrillEvent& event, Language language) {
    const outcome::Run run = named_run();
    return sentence(event, Tellers{run}.in(language));
}
std::string german(const outcome::DrillEvent& event) { return told(event, Language::german); }
std::string english(const outcome::DrillEvent& event) { return told(event, Language::english); }

TEST_CASE("sites are told by name and id, server rooms by their administration", "[sentences][drill]") {
    CHECK(german(step("failure", "destroyed", "rz-1")) == "Rechenzentrum Nord (rz-1) ist zerstört");
    CHECK(english(step("failure", "outage", "home:haan")) == "server room of Haan (haan) fails");
    CHECK(german(step("detection", "", "rz-2")) == "rz-2: Ausfall erkannt");
    CHECK(english(step("detection", "", "home:hilden")) == "server room of Hilden (hilden): failure noticed");
    CHECK(german(step("restore", "away", "rz-1")) ==
          "Die Wiederherstellung der Daten in Nord (rz-1) beginnt");
    CHECK(german(step("restore", "here", "rz-1")) == "Die Wiederherstellung der Daten in rz-1 beginnt");
}

TEST_CASE("times, data and rates have two or three digits and the decimal mark of the language",
          "[sentences][drill]") {
    outcome::DrillEvent ups = step("failure", "utility", "rz-2");
    for (const auto& [seconds, text] :
         {std::pair{0.05, "0.05 s"}, std::pair{59.0, "59 s"}, std::pair{600.0, "10 min"},
          std::pair{9000.0, "2 h 30 min"}, std::pair{172800.0, "48 h"}}) {
        ups.duration_s = seconds;
        CHECK(english(ups) == fmt::format("center rz-2: the utility fails; the UPS carries for {}", text));
    }
    outcome::DrillEvent back = step("failback", "", "rz-1");
    back.amount = 24.04;
    back.duration_s = 0.5;
    back.pause_s = 480.0;
    CHECK(german(back) ==
          "24,0 GB an Nord (rz-1) zurückgesandt in 0,5 s; geplante Pause zum Umschalten: 8 min");
    back.amount = 1900.0;
    CHECK(english(back) == "1.9 TB sent back to rz-1 in 0.5 s; planned pause for switching: 8 min");
    outcome::DrillEvent gone = step("gone", "", "rz-1");
    gone.amount = 0.25;
    CHECK(german(gone) == "Nord (rz-1): von 250,0 MB ist keine Kopie übrig");
    outcome::DrillEvent narrow = step("narrow", "link", "haan");
    narrow.subject = "haan--x";
    narrow.other = "x";
    narrow.amount = 0.714;
    narrow.limit = 0.5;
    narrow.hour = 9.0;
    CHECK(german(narrow) ==
          "Zu schmal: Strecke haan--x (Haan - x) hat 0,5 Gbit/s, gebraucht werden bis 0,71 (um 9 Uhr)");
}

TEST_CASE("a link whose ends have no names is told by its id", "[sentences][drill]") {
    outcome::DrillEvent link = step("failure", "link", "a");
    link.subject = "a--b";
    link.other = "b";
    CHECK(english(link) == "link a--b fails");
    link.other = "rz-1";
    CHECK(english(link) == "link a--b (a - Nord) fails");
}

TEST_CASE("one and many read differently", "[sentences][drill]") {
    outcome::DrillEvent boot = step("boot", "class", "rz-1");
    boot.subject = "mail";
    boot.servers = 1.0;
    CHECK(german(boot) == "E-Mail: 1 Server läuft (rz-1)");
    boot.servers = 12.0;
    CHECK(english(boot) == "mail: 12 servers run (rz-1)");
    outcome::DrillEvent back = step("restored", "class", "home:haan");
    back.subject = "gis";  // a class without a name
    back.administrations = 1.0;
    CHECK(english(back) == "gis: 1 administration works again (server room of Haan (haan))");
    back.administrations = 2.0;
    CHECK(german(back) == "gis: 2 Verwaltungen arbeiten wieder (Serverraum von Haan (haan))");
    outcome::DrillEvent duct = step("failure", "duct", "");
    duct.subject = "d7";
    duct.count = 1.0;
    CHECK(german(duct) == "Trasse d7 fällt aus (1 Strecke)");
    outcome::DrillEvent more = step("narrow", "more", "");
    more.count = 1.0;
    CHECK(english(more) == "too narrow: 1 more link");
}

TEST_CASE("who is cut off is told by name, and how many more", "[sentences][drill]") {
    outcome::DrillEvent cut = step("cut", "", "");
    cut.who = "haan, hilden, x";
    cut.administrations = 5.0;
    cut.servers = 7.0;
    CHECK(german(cut) ==
          "Abgeschnitten: Haan (haan), Hilden (hilden), x und 2 weitere; 7 Server in eigenen Räumen arbeiten "
          "weiter");
    cut.who = "haan";
    cut.administrations = 1.0;
    CHECK(english(cut) == "cut off: Haan (haan); 7 servers in own rooms go on");
}

TEST_CASE("every sentence on a step names values that its row has", "[sentences][drill]") {
    std::ifstream file{test::source_folder() / "results/report/words/de.json"};
    const auto templates = nlohmann::json::parse(file).at("drill-step");
    CHECK(templates.size() > 60);
    for (const auto& [id, text] : templates.items()) {
        CAPTURE(id);
        CHECK(german(step(id, "", "rz-1")) != id + ": rz-1");
        CHECK(english(step(id, "", "rz-1")) != id + ": rz-1");
    }
}

TEST_CASE("a step that this program does not know is told by its kind and subject", "[sentences][drill]") {
    CHECK(german(step("levitation", "", "rz-1")) == "levitation: rz-1");
}

}  // namespace
}  // namespace verbund::report
