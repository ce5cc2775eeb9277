#include "scenarios/read/import/administrations.hpp"

#include <fmt/format.h>

#include "tests/support/catch.hpp"

using namespace verbund;

namespace {

/// Messages about a table of one administration in that state.
std::vector<std::string> messages_of(const std::string& state,
                                     std::map<study::Id, study::Administration>& administrations) {
    Diagnostics mistakes;
    study::KeyPlaces places;
    read::read_administrations(
        read::parse_csv(
            fmt::format("id,name,state,lat,lon,population,seats\ntown,Town,{},51.5,10.5,20000,150\n", state),
            "towns.csv"),
        DecimalSign::unstated, administrations, places, mistakes);
    std::vector<std::string> messages;
    for (const Diagnostic& mistake : mistakes.sorted()) messages.push_back(to_string(mistake));
    return messages;
}

}  // namespace

TEST_CASE("a table of administrations knows all sixteen states and no other", "[read]") {
    for (int state = 1; state <= 16; ++state) {
        std::map<study::Id, study::Administration> administrations;
        const std::string key = fmt::format("{:02}", state);
        CHECK(messages_of(key, administrations).empty());
        CHECK(administrations.at("town").state == key);
    }
    for (const std::string key : {"00", "17", "0", "0x", "1a", "100"}) {
        CAPTURE(key);
        std::map<study::Id, study::Administration> administrations;
        CHECK(messages_of(key, administrations).size() == 1);
    }
}

TEST_CASE("a row of administrations fills what the study does not state itself", "[read]") {
    std::map<study::Id, study::Administration> administrations;
    administrations["town"].seats = 900.0;
    CHECK(messages_of("05", administrations).empty());
    const study::Administration& town = administrations.at("town");
    CHECK(town.seats == 900.0);
    CHECK(town.name == "Town");
    CHECK(town.population == 20000.0);
    CHECK(town.at->latitude == 51.5);
    CHECK(town.at->longitude == 10.5);
}
