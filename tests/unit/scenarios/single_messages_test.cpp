#include <string>
#include <vector>

#include "tests/support/catch.hpp"
#include "tests/unit/scenarios/small_study.hpp"

using namespace verbund;
using test::messages_of;
using test::spoilt;

namespace {

/// One mistake put into the small study, and what its only message says.
struct Mistake {
    std::string from;
    std::string to;
    std::string says;
};

const std::vector<Mistake> mistakes{
    // Misspelt and misplaced keys: no second message about what they should have stated.
    {"title: Test", "titel: Test", "titel: unknown key"},
    {"territory:\n", "teritory:\n", "teritory: unknown key"},
    {"centers:\n", "center:\n", "center: unknown key"},
    {"variants:\n", "varients:\n", "varients: unknown key"},
    {"moves:\n", "move:\n", "move: unknown key"},
    {"    rooms:\n      r1", "    room:\n      r1", "centers.north.room: unknown key"},
    {"at: {lat: 51.2, lon: 6.69}", "lat: 51.2\n    lon: 6.69",
     "centers.north.lat: unknown key, and so is lon"},
    {"at: {lat: 51.2, lon", "at: {lta: 51.2, lon", "centers.north.at.lta: unknown key"},
    {"who: all", "whom: all", "moves.everyone.whom: unknown key"},
    {"estate: {", "seats: 700\nestate: {",
     "It belongs to territory.administrations.<administration> or estate.growth."},
    {"estate: {", "racks: 6\nestate: {", "It belongs to centers.<center>.rooms.<room>."},
    {"estate: {", "estate: {compute: 3 %/a, ", "It belongs to estate.growth."},
    {"estate: {", "estate: {compute: 3 %/a, storage: 3 %/a, ", "They belong to estate.growth."},
    {"a: {}", "a: {horizon: {last: 2025}}", "It belongs to the top of the study."},
    {"seats: 700", "states: []", "Did you mean \"state\"? \"states\" belongs to territory."},
    {"estate: {", "prices: {price-demand-full-load-hours: 100}\nestate: {",
     "study.yaml:8:40: prices.price-demand-full-load-hours: 119 EUR/kW over 100 full-load hours are 1.19 EUR "
     "of "
     "every kWh, half or more of its industry price of 0.432 EUR in 2022 (a bill would fall with use). Raise "
     "price-demand-full-load-hours, or lower price-demand-medium-voltage."},
    // Values that cannot be read: nothing is concluded from the default in their place.
    {"first: 2022", "first: x", "horizon.first: \"x\" is no whole number"},
    {"last: 2030", "last: 2020", "horizon: the last year 2020 lies before the first 2022"},
    {"last: 2030", "last: 20300", "horizon.last: \"20300\" is out of range"},
    {"years: [2024, 2026]", "years: [2024, soon]", "\"soon\" is no whole number"},
    {"commissioned: 2023-06-01", "commissioned: summer", "\"summer\" is no date"},
    {"commissioned: 2023-06-01", "commissioned: 2023-06-01\n    closed: 2022-01-01",
     "does not lie after commissioned"},
    {"lat: 51.2", "lat:", "centers.north.at.lat: has no value"},
    {"lat: 51.2, lon: 6.69", "lat: 6.69, lon: 51.2", "seem to be swapped"},
    {"estate: {provider_share: 0 %}", "estate: {provider_share: 0 %}\nnetwork: 5",
     "network: is a single value"},
    {"r1: {it_power: 20 kW, racks: 6}", "r1: {it_power: 160 kW, racks: 2, rack_power: 80 kWh}",
     "rack_power: \"80 kWh\" is an energy"},
    {"seats: 700", "seats: 2.500", "\"2.500\" can be read as 2.5 or as 2500"},
    {"racks: 6", "racks: 1.500",
     "\"1.500\" can be read as 1.5 or as 1500 (a point before three digits). Write 1500."},
    {"it_power: 20 kW", "it_power: 1.500 kW", "\"1.500 kW\" can be read as 1.5 or as 1500"},
    {"it_power: 20 kW", "it_power: 1,650 kW", "\"1,650 kW\" can be read as 1.65 or as 1650"},
    {"seats: 700", "seats: 1.024,5", "Write \"1024.5\""},
    {"seats: 700", "seats: 1,024,000", "Write \"1024000\""},
    {"it_power: 20 kW", "it_power: 1.024,5 kW", "Write \"1024.5 kW\""},
    {"seats: 700", "seats: 1.024.000", "Write \"1024000\""},
    // Names.
    {"a: {}", "a:", "variants.a: is no map"},
    {"  a: {}", "  ä: {}", "variants.ä: \"ä\" cannot be a name"},
    {"base: a", "base: x", "variants.b.base: no variant \"x\""},
    {"to: north", "to: nort", "moves.everyone.to: no center \"nort\""},
    {"center: south", "center: sooth", "backups.north.center: no center \"sooth\""},
    {"dormagen: {ags: \"05162004\", seats: 700}", "dormagen: 700", "dormagen: is a single value"},
    {"who: all", "who: [dormagn]", "no administration \"dormagn\""},
    {"  administrations:\n", "  file: nope.csv\n  administrations:\n",
     "territory.file: \"./nope.csv\" cannot be read"},
    {"  administrations:\n    neuss: {ags: \"05162024\"}\n    dormagen: {ags: \"05162004\", seats: 700}",
     "  file: nope.csv", "territory.file: \"./nope.csv\" cannot be read"},
    {"seats: 700", "inventory: nope.csv, as_of: 2022", "inventory: \"./nope.csv\" cannot be read"},
};

}  // namespace

TEST_CASE("one mistake in a study gives one message", "[messages]") {
    for (const Mistake& mistake : mistakes) {
        CAPTURE(mistake.from, mistake.to);
        const std::vector<std::string> messages = messages_of(spoilt(mistake.from, mistake.to));
        CAPTURE(messages);
        REQUIRE(messages.size() == 1);
        CHECK_THAT(messages.front(), test::contains(mistake.says));
    }
}

TEST_CASE("a file that is no study gives one message", "[messages]") {
    for (const char* text : {"verbund", "- a\n- b\n", "'", "verbund: {", "verbund: 1\n---\nverbund: 1\n"}) {
        CAPTURE(text);
        CHECK(messages_of(text).size() == 1);
    }
}
