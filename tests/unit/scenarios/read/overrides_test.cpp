#include "scenarios/read/overrides.hpp"

#include <string>
#include <vector>

#include "tests/support/catch.hpp"
#include "tests/unit/scenarios/small_study.hpp"

using namespace verbund;
using test::messages_of;

namespace {

/// An override and the message about it.
struct Override {
    std::string path;
    std::string value;
    std::string message;
};

const std::vector<Override> overrides{
    {"centers.north.rooms.r1.racks", "x",
     "--set centers.north.rooms.r1.racks=x: "
     "centers.north.rooms.r1.racks: \"x\" is no whole number. Write digits without a unit, e.g. 4."},
    {"centers.north.comissioned", "2022-01-01",
     "--set centers.north.comissioned=2022-01-01: "
     "centers.north.comissioned: unknown key (known here: name, at, state, climate_region, weather, role, "
     "group, serves, partner, commissioned, closed, given_up, availability_class, power_path, cooling_path, "
     "network_path, public_operator, energy_management, colocation, operator_staff, run_by, "
     "round_the_clock, positions, tariff, proofs, "
     "heat_network_near, heat_reuse, "
     "renewable_share, grid_connection, uplink, storage, outside_copy, reserve, stage_years, emergency, "
     "other_load, "
     "metered, rooms). Did you "
     "mean "
     "\"commissioned\"?"},
    {"centers.north.rooms.r1.it_power", "1.500 kW",
     "--set centers.north.rooms.r1.it_power=1.500 kW: centers.north.rooms.r1.it_power: \"1.500 kW\" can be "
     "read as 1.5 or as 1500 (a point before three digits). Write \"1.5 kW\" or \"1500 kW\"."},
    {"title.x", "1",
     "--set title.x=1: title: has no key \"x\" below it (it is a single value). Set "
     "the whole value."},
    {"", "1", "--set =1: the path is empty or has an empty part. Write --set estate.base_year=2022."},
    {"a..b", "1",
     "--set a..b=1: the path is empty or has an empty part. Write --set "
     "estate.base_year=2022."},
    {"bb:estate.base_year", "2023",
     "--set bb:estate.base_year=2023: the study has no variant \"bb\" (variants: a, b). Name one of them."},
    {"horizon.last", "[}",
     "--set horizon.last=[}:1:2: is no YAML here (mismatched flow mapping end). "
     "Check indentation (blanks, no tabs), colons followed by a blank, and quotation marks."},
    {"centers.south", "null",
     "study.yaml:22:19: backups.north.center: no center \"south\" (there are: "
     "north). Name an existing center, or add this one."},
    {"centers.north.commissioned", "2026-01-01",
     "study.yaml:20:42: moves.everyone.years: \"north\" "
     "does not stand on 2024-01-01, when the wave of 2024 moves (commissioned 2026-01-01). Move later, "
     "or commission it earlier."},
    {"horizon.last", "2023",
     "study.yaml:20:42: moves.everyone.years: 2024-2026 lies after the "
     "horizon 2022-2023. Move within the horizon, or extend it."},
};

}  // namespace

TEST_CASE("a mistake on the command line names the option", "[messages]") {
    for (const Override& override : overrides) {
        const auto messages = messages_of(test::small_study, {{{override.path, override.value}}, {}});
        REQUIRE(messages.size() == 1);
        CHECK(messages.front() == override.message);
    }
}

TEST_CASE("either end of every default's range can be stated by itself", "[bounds]") {
    const study::StudySet set = test::read_text(test::small_study);
    std::size_t stated = 0;
    for (const study::Assumption& value : set.assumptions) {
        if (!value.bounds.stated()) continue;
        ++stated;
        for (const std::string& end : {value.bounds.low, value.bounds.high}) {
            CAPTURE(value.key, end);
            CHECK(messages_of(test::small_study, {{{value.key, end}}, {}}).empty());
        }
    }
    CHECK(stated > 50);
}
