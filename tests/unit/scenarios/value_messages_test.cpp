#include <string>
#include <vector>

#include "tests/support/catch.hpp"
#include "tests/unit/scenarios/small_study.hpp"

using namespace verbund;
using test::messages_of;
using test::Spoilt;
using test::spoilt;

namespace {

const std::vector<Spoilt> mistakes{
    {"20 kW",
     "20 kWh",
     {"study.yaml:14:22: centers.north.rooms.r1.it_power: \"20 kWh\" is an energy (a power is needed). "
      "Did you mean \"20 kW\"?"}},
    {"20 kW",
     "20",
     {"study.yaml:14:22: centers.north.rooms.r1.it_power: \"20\" has no unit (a power is needed). Did "
      "you mean \"20 kW\"?"}},
    {"20 kW",
     "2,5 kW",
     {"study.yaml:14:22: centers.north.rooms.r1.it_power: \"2,5 kW\" has a decimal comma (numbers have "
      "a decimal point). Write \"2.5 kW\"."}},
    {"20 kW",
     "\"2,5 kW\"",
     {"study.yaml:14:23: centers.north.rooms.r1.it_power: \"2,5 kW\" has a decimal comma (numbers have "
      "a decimal point). Write \"2.5 kW\"."}},
    {"20 kW",
     "-5 kW",
     {"study.yaml:14:22: centers.north.rooms.r1.it_power: \"-5 kW\" is out of range (at least 100 W). "
      "Check the value and its unit."}},
    {"20 kW",
     "9999999 MW",
     {"study.yaml:14:22: centers.north.rooms.r1.it_power: \"9999999 MW\" is out of range (at most 500 "
      "MW). Check the value and its unit."}},
    {"20 kW",
     "{a: 1}",
     {"study.yaml:14:22: centers.north.rooms.r1.it_power: is a map (a power is needed). Write a single "
      "value."}},
    {"20 kW",
     "[20 kW]",
     {"study.yaml:14:22: centers.north.rooms.r1.it_power: is a list (a power is needed). Write a "
      "single value."}},
    {"20 kW",
     "null",
     {"study.yaml:14:22: centers.north.rooms.r1.it_power: has no value. Give a value, or leave the key "
      "out."}},
    {"estate:",
     "home: auto\nestate:",
     {"study.yaml:8:7: home: is a single value (a map of keys is needed). Write its keys below it, "
      "indented, or in braces: {rooms: ..., ups: ..., redundancy: ..., ...}."}},
    {"    rooms: {r1: {}}",
     "    rooms: {r1: {}}\n    uplink: 500 Mbit",
     {"study.yaml:19:13: centers.south.uplink: \"500 Mbit\" has an unknown unit (a data rate is needed). "
      "Did you mean \"500 Mbit/s\"?"}},
    {"title: Test",
     "title: Test: of two",
     {"study.yaml:2:12: is no YAML here (invalid nested block mapping on the same line). Put a text that "
      "holds a colon in quotation marks."}},
};

}  // namespace

TEST_CASE("every mistake in how a value is written has its place, cause and remedy", "[messages]") {
    for (const Spoilt& mistake : mistakes) {
        INFO(mistake.from << " -> " << mistake.to);
        CHECK(messages_of(spoilt(mistake.from, mistake.to)) == mistake.messages);
    }
}
