#include <map>
#include <string>
#include <vector>

#include "scenarios/read/catalog_reader.hpp"
#include "tests/support/catch.hpp"
#include "tests/unit/scenarios/small_study.hpp"

using namespace verbund;
using test::messages_of;
using test::Spoilt;
using test::spoilt;

namespace {

/// "{ups}" and "{cooling}" stand for the ids of these tables.  They stand in one list, long as it is, so that
/// two that say the same are seen; those of other clients, meters, gear and desks in room_messages_test.cpp,
/// of how values are written in value_messages_test.cpp.
const std::vector<Spoilt> mistakes{
    {"racks: 6",
     "racks: six",
     {"study.yaml:14:36: centers.north.rooms.r1.racks: \"six\" is no whole number. Write digits "
      "without a unit, e.g. 4."}},
    {"racks: 6",
     "racks: 6.5",
     {"study.yaml:14:36: centers.north.rooms.r1.racks: \"6.5\" is no whole number. Write digits "
      "without a unit, e.g. 4."}},
    {"racks: 6",
     "racks: 06",
     {"study.yaml:14:36: centers.north.rooms.r1.racks: 06 has a leading zero (as a number it would "
      "lose it). Write it without the zero."}},
    {"racks: 6",
     "racks: \"6\"",
     {"study.yaml:14:37: centers.north.rooms.r1.racks: \"6\" is a text in quotation marks (a whole "
      "number is needed). Remove the quotation marks."}},
    {"racks: 6",
     "racks: 0",
     {"study.yaml:14:36: centers.north.rooms.r1.racks: \"0\" is out of range (at least 1). Check the "
      "value and its unit."}},
    {"racks: 6",
     "rakcs: 6",
     {"study.yaml:14:29: centers.north.rooms.r1.rakcs: unknown key (known here: racks, rack_power, "
      "it_power, ups, ups_power, ups_modules, redundancy, cooling, cooling_power). Did you mean "
      "\"racks\"?"}},
    {"racks: 6",
     "racks: 6, racks: 7",
     {"study.yaml:14:39: racks: the key appears twice (first in line 14). Remove one of them or join "
      "their contents."}},
    {"title: Test\n", "", {"study.yaml:1:1: title: is missing (What the study is called). Add it."}},
    {"title: Test",
     "title: 2024",
     {"study.yaml:2:8: title: 2024 is a number for YAML (a text is needed). Write \"2024\" in "
      "quotation marks."}},
    {"title: Test",
     "titel: Test",
     {"study.yaml:2:1: titel: unknown key (known here: verbund, title, question, horizon, milestones, "
      "seed, precision, base_variant, sources, catalog, csv, variants, sweep, territory, estate, workloads, "
      "hosts, storage, "
      "gear, endpoints, facility, home, centers, network, exchanges, moves, backups, events, drills, "
      "availability, "
      "economics, prices, "
      "rules). Did you mean "
      "\"title\"?"}},
    {"verbund: 1",
     "verbund: 2",
     {"study.yaml:1:10: verbund: \"2\" is out of range (at most 1). Check the value and its unit."}},
    {"verbund: 1\n", "", {"study.yaml:1:1: verbund: is missing (Version of the file format). Add it."}},
    {"\"05162024\"",
     "05162024",
     {"study.yaml:6:18: territory.administrations.neuss.ags: 05162024 has a leading zero (as a number "
      "it would lose it). Write \"05162024\" in quotation marks."}},
    {"\"05162024\"",
     "5162024",
     {"study.yaml:6:18: territory.administrations.neuss.ags: 5162024 is a number for YAML (an AGS key "
      "of 5 or 8 digits in quotation marks, e.g. \"05162\" is needed). Write \"5162024\" in quotation "
      "marks."}},
    {"\"05162024\"",
     "\"5162024\"",
     {"study.yaml:6:19: territory.administrations.neuss.ags: \"5162024\" does not fit (an AGS key of 5 "
      "or 8 digits in quotation marks, e.g. \"05162\" is needed). Did you mean \"05162024\"?"}},
    {"\"05162024\"",
     "\"05999\"",
     {"study.yaml:6:12: territory.administrations.neuss: at, population or seats missing (AGS "
      "\"05999\" is not in the catalog). State them, or correct the AGS key."}},
    {"\"05162024\"",
     "\"05162004\"",
     {"study.yaml:6:19: territory.administrations.neuss.ags: \"05162004\" is also the key of "
      "\"dormagen\". Correct one of them."}},
    {"standby: warm",
     "standby: lukewarm",
     {"study.yaml:22:35: backups.north.standby: \"lukewarm\" is not known (one of: none, cold, warm, "
      "hot). Write one of: none, cold, warm, hot."}},
    {"standby: warm",
     "standby: hto",
     {"study.yaml:22:35: backups.north.standby: \"hto\" is not known (one of: none, cold, warm, hot). "
      "Did you mean \"hot\"?"}},
    {"2023-06-01\n    rooms:\n",
     "2023-02-30\n    rooms:\n",
     {"study.yaml:12:19: centers.north.commissioned: \"2023-02-30\" is no date (year-month-day is "
      "needed). Write it like 2026-07-01."}},
    {"commissioned: 2023-06-01",
     "commissioned: 2025-06-01",
     {"study.yaml:20:42: moves.everyone.years: \"north\" does not stand on 2024-01-01, when the wave "
      "of 2024 moves (commissioned 2025-06-01). Move later, or commission it earlier."}},
    {"commissioned: 2023-06-01",
     "commissioned: 2023-06-01\n    closed: 2022-01-01",
     {"study.yaml:13:13: centers.north.closed: 2022-01-01 does not lie after commissioned 2023-06-01. "
      "Correct one of the dates."}},
    {"commissioned: 2023-06-01",
     "commissioned: 2023-06-01\n    public_operator: yes",
     {"study.yaml:13:22: centers.north.public_operator: \"yes\" is not true or false (other spellings "
      "are not read). Write true or false."}},
    {"to: north",
     "to: nroth",
     {"study.yaml:20:28: moves.everyone.to: no center \"nroth\" (there are: north, south). Did you "
      "mean \"north\"?"}},
    {"to: north",
     "to: group:land",
     {"study.yaml:20:28: moves.everyone.to: no group with centers \"group:land\" (there is no group "
      "with centers). Name an existing group with centers, or add this one."}},
    {"to: north",
     "to: north, keep_local: [telefony]",
     {"study.yaml:20:47: moves.everyone.keep_local: no workload class \"telefony\" (there are: "
      "directory, file, groupware, dms, finance, registry, social, terminal, telephony, permits, gis, "
      "specialist, ...). Did you mean \"telephony\"? `verbund catalog workloads` lists all."}},
    {"center: south",
     "center: suth",
     {"study.yaml:22:19: backups.north.center: no center \"suth\" (there are: north, south). Did you "
      "mean \"south\"?"}},
    {"center: south",
     "center: north",
     {"study.yaml:22:19: backups.north.center: \"north\" would be its own backup. Name another "
      "center."}},
    {"center: south",
     "center: partner",
     {"study.yaml:22:19: backups.north.center: center \"north\" has no partner. Set "
      "centers.north.partner, or name the backup site."}},
    {"center: south",
     "center: south, spread: all",
     {"study.yaml:22:34: backups.north.spread: \"all\" spreads a load over the centers of a group, but "
      "center is \"south\". Write center: \"group:<name>\", or leave spread out."}},
    {"center: south",
     "center: south, sizing: shered",
     {"study.yaml:22:34: backups.north.sizing: \"shered\" is not known (one of: own, shared). Did you mean "
      "\"shared\"?"}},
    {"  north: {center",
     "  nrth: {center",
     {"study.yaml:22:9: backups.nrth: no center \"nrth\" (there are: north, south). Did you mean "
      "\"north\"?"}},
    {"who: all, ",
     "",
     {"study.yaml:20:13: moves.everyone.who: is missing (Administrations that go: all, ids, "
      "\"state:05\", \"ags:05162\", \"kind:district\"). Add it."}},
    {"who: all",
     "who: [dormagn]",
     {"study.yaml:20:19: moves.everyone.who: no administration \"dormagn\" (there are: all, dormagen, "
      "neuss). Did you mean \"dormagen\"?"}},
    {"who: all",
     "who: \"state:09\"",
     {"study.yaml:20:20: moves.everyone.who: no administration \"state:09\" (there are: all, dormagen, "
      "neuss). Name an existing administration, or add this one."}},
    {"who: all",
     "who: \"stat:05\"",
     {"study.yaml:20:20: moves.everyone.who: \"stat:05\" does not fit (all, an administration, "
      "\"state:05\", \"ags:05162\" or \"kind:district\" is needed). Check the spelling."}},
    {"years: [2024, 2026]",
     "years: [2026, 2024]",
     {"study.yaml:20:42: moves.everyone.years: the last year lies before the first. Write the earlier "
      "year first."}},
    {"years: [2024, 2026]",
     "years: 2040",
     {"study.yaml:20:42: moves.everyone.years: 2040-2040 lies after the horizon 2022-2030. Move "
      "within the horizon, or extend it."}},
    {"years: [2024, 2026]",
     "quarters: [2026-Q3, 2026-Q2]",
     {"study.yaml:20:45: moves.everyone.quarters: the last quarter lies before the first. Write the earlier "
      "quarter first."}},
    {"years: [2024, 2026]",
     "quarters: 2026-Q5",
     {"study.yaml:20:45: moves.everyone.quarters: \"2026-Q5\" is no quarter (year-Q and 1 to 4 is needed). "
      "Write it like 2026-Q3."}},
    {"years: [2024, 2026]",
     "quarters: [2040-Q1, 2040-Q2]",
     {"study.yaml:20:45: moves.everyone.quarters: 2040-Q1 to 2040-Q2 lies after the horizon 2022-2030. Move "
      "within the horizon, or extend it."}},
    {"years: [2024, 2026]",
     "quarters: 2023-Q2",
     {"study.yaml:20:45: moves.everyone.quarters: \"north\" does not stand on 2023-04-01, when the wave of "
      "2023-Q2 moves (commissioned 2023-06-01). Move later, or commission it earlier."}},
    {"years: [2024, 2026]",
     "date: 2023-05-31",
     {"study.yaml:20:41: moves.everyone.date: \"north\" does not stand on 2023-05-31, when the wave of "
      "2023-05-31 moves (commissioned 2023-06-01). Move later, or commission it earlier."}},
    {"years: [2024, 2026]",
     "years: 2024, date: 2024-07-01",
     {"study.yaml:20:54: moves.everyone.date: years and date state several times (one of years, quarters and "
      "date is needed). Keep one; a variant takes out one that it inherits with null, e.g. years: null."}},
    {", years: [2024, 2026]",
     "",
     {"study.yaml:20:13: moves.everyone: no time is stated (one of years, quarters and date is needed). "
      "State "
      "when it moves, e.g. years: [2026, 2028] or quarters: [2026-Q3, 2027-Q2]."}},
    {"years: [2024, 2026]",
     "years: []",
     {"study.yaml:20:42: moves.everyone.years: has 0 entries (1 to 2 are needed). Check the list."}},
    {"years: [2024, 2026]",
     "years: [2024, 2025, 2026]",
     {"study.yaml:20:42: moves.everyone.years: has 3 entries (1 to 2 are needed). Check the list."}},
    {"last: 2030",
     "last: 2020",
     {"study.yaml:3:10: horizon: the last year 2020 lies before the first 2022. Write the earlier year "
      "as first."}},
    {"r1: {it_power: 20 kW, racks: 6}",
     "r1: {it_power: 160 kW, racks: 2, rack_power: 4 kW}",
     {"study.yaml:14:22: centers.north.rooms.r1.it_power: 160 kW cannot be drawn by 2 racks of 4 kW (8 kW). "
      "State more racks, more rack_power, or no more it_power than the racks may draw."}},
    {"estate: {provider_share: 0 %}",
     "estate: {provider_share: 0 %}\nhosts: {installed: [2019, 2015]}",
     {"study.yaml:9:20: hosts.installed: hosts of 2015 are 7 years old in 2022, but hosts.refresh replaces "
      "them after 5 a. Leave out the years whose hosts are gone, or lengthen hosts.refresh."}},
    {"estate: {provider_share: 0 %}",
     "estate: {provider_share: 0 %}\nhosts: {installed: 2031}",
     {"study.yaml:9:20: hosts.installed: 2031 lies after the last year computed, 2030. Name the years in "
      "which the hosts that stand today were bought."}},
    {"estate: {provider_share: 0 %}",
     "estate: {provider_share: 0 %}\nhosts: {refresh: 4.5 a}",
     {"study.yaml:9:18: hosts.refresh: 4.5 a is no whole number of years (hosts are bought and replaced on 1 "
      "January). Write \"4 a\" or \"5 a\"."}},
    {"estate: {provider_share: 0 %}",
     "estate: {provider_share: 0 %}\nhosts: {stand_alone_refresh: 5.5 a}",
     {"study.yaml:9:30: hosts.stand_alone_refresh: 5.5 a is no whole number of years (hosts are bought and "
      "replaced on 1 January). Write \"5 a\" or \"6 a\"."}},
    {"estate: {provider_share: 0 %}",
     "estate: {provider_share: 0 %, servers_per_district: 15}",
     {"study.yaml:8:53: estate.servers_per_district: districts would have 15 servers in the mean, but 20 of "
      "them "
      "whatever their size. Write a smaller servers_by_seats.district_base."}},
    {"estate: {provider_share: 0 %}",
     "estate: {provider_share: 0 %}\nworkloads: {database-server: {gpus: 1}}",
     {"study.yaml:9:37: workloads.database-server.gpus: the class runs on physical servers (GPUs are counted "
      "of "
      "VMs only). Remove it, and state VMs of class ai."}},
    {"last: 2030}",
     "last: 2030}\nmilestones: [2025, 2040]",
     {"study.yaml:4:13: milestones: 2040 lies outside the horizon 2022-2030. Name years of the "
      "horizon."}},
    {"last: 2030}",
     "last: 2030}\nbase_variant: c",
     {"study.yaml:4:15: base_variant: no variant \"c\" (there are: a, b). Name an existing variant, or "
      "add this one."}},
    {"lat: 51.2, lon: 6.69",
     "lat: 6.69, lon: 51.2",
     {"study.yaml:11:9: centers.north.at: lat 6.69, lon 51.2 lies outside Germany (lat 47.2-55.1, lon "
      "5.8-15.1). Latitude and longitude seem to be swapped."}},
    {"lat: 51.2",
     "lat: 95",
     {"study.yaml:11:15: centers.north.at.lat: \"95\" is out of range (at most 90). Check the value "
      "and its unit."}},
    {"lat: 51.2, lon",
     "lat: 51,2, lon",
     {"study.yaml:11:15: centers.north.at.lat: \"51,2\" has a decimal comma (numbers have a decimal "
      "point). Write \"51.2\"."}},
    {"    at: {lat: 51.2, lon: 6.69}\n",
     "",
     {"study.yaml:11:5: centers.north.at: is missing (Place). Add it."}},
    {"rooms: {r1: {}}",
     "name: South",
     {"study.yaml:16:5: centers.south.rooms: center \"south\" has no room. Add rooms: {r1: {}}; what "
      "is left out is sized by the run."}},
    {"rooms: {r1: {}}",
     "rooms: {r1: {ups: moderm, cooling: x}}",
     {"study.yaml:18:23: centers.south.rooms.r1.ups: no UPS type \"moderm\" (there are: {ups}). "
      "Did you mean \"modern\"? `verbund catalog ups` lists all.",
      "study.yaml:18:40: centers.south.rooms.r1.cooling: no cooling type \"x\" (there are: {cooling}). "
      "Name an existing cooling type, or add this one. `verbund catalog cooling` lists all."}},
    {"provider_share: 0 %",
     "provider_share: 30 %",
     {"study.yaml:8:26: estate.provider_share: a provider runs a share of the servers of \"dormagen\" "
      "and others, but no center with role provider stands on 2022-01-01. Add a center with role: "
      "provider, or set provider_share: 0 %."}},
    {"provider_share: 0 %",
     "provider_share: 0.3",
     {"study.yaml:8:26: estate.provider_share: \"0.3\" has no unit (a share is needed). Did you mean "
      "\"30 %\"?"}},
    {"provider_share: 0 %",
     "provider_share: 130 %",
     {"study.yaml:8:26: estate.provider_share: \"130 %\" is out of range (at most 100 %). Check the "
      "value and its unit."}},
    {"provider_share: 0 %",
     "provider_share: 0 %, growth: {compute: 6 %}",
     {"study.yaml:8:49: estate.growth.compute: \"6 %\" is a share (a yearly rate is needed). Did you "
      "mean \"6 %/a\"?"}},
    {"base: a",
     "base: x",
     {"study.yaml:25:13: variants.b.base: no variant \"x\" (variants: a, b). Name one of them."}},
    {"a: {}",
     "a: {base: b}",
     {"study.yaml:24:13: variants.a.base: circular: a -> b -> a. Let one of them stand on its own."}},
    {"a: {}",
     "a: {base: a}",
     {"study.yaml:24:13: variants.a.base: circular: a -> a. Let one of them stand on its own."}},
    {"a: {}",
     "a:",
     {"study.yaml:24:3: variants.a: is no map (the variant's changes are needed). Write {} for a "
      "variant without changes."}},
    {"a: {}",
     "a: {centers: {nort: null}}",
     {"study.yaml:24:23: variants.a.centers.nort: nothing to remove (inherited here: north, south). "
      "null removes an inherited entry; leave the key out."}},
    {"a: {}",
     "a: {centers: {south: null}}",
     {"study.yaml:22:19: backups.north.center: no center \"south\" (there are: north). Name an "
      "existing center, or add this one."}},
    {"a: {}",
     "a: {centres: {}}",
     {"study.yaml:24:7: variants.a.centres: unknown key (known here: title, text, base, territory, "
      "estate, workloads, hosts, storage, gear, endpoints, facility, home, centers, network, exchanges, "
      "moves, backups, "
      "events, drills, availability, economics, prices, rules). Did you mean \"centers\"?"}},
    {"a: {}",
     "ä: {}",
     {"study.yaml:24:3: variants.ä: \"ä\" cannot be a name (letters a-z, digits, \"-\" and \"_\", at "
      "most 64 of them). Use another name; umlauts belong into title or name."}},
    {"a: {}",
     "all: {}",
     {"study.yaml:24:3: variants.all: \"all\" cannot be a name (the word has a meaning here). Use "
      "another name."}},
    {"variants:\n  a: {}\n  b: {base: a, home: {rooms: 2}}\n",
     "",
     {"study.yaml:1:1: variants: the study has no variants (at least one is computed). Add variants: "
      "{status-quo: {}}."}},
    {"  administrations:\n    neuss: {ags: \"05162024\"}\n    dormagen: {ags: \"05162004\", seats: "
     "700}",
     "  districts: none",
     {"study.yaml:5:3: territory: no administration is selected. Write districts: all, name "
      "administrations, or give a file."}},
    {"estate: {",
     "network: {links: {l: {from: neuss, to: nord}}}\nestate: {",
     {"study.yaml:8:40: network.links.l.to: no administration, center or node \"nord\" (there are: "
      "north, south, dormagen, neuss). Name an existing administration, center or node, or add this "
      "one."}},
    {"estate: {",
     "network: {links: {l: {from: neuss, to: neuss}}}\nestate: {",
     {"study.yaml:8:40: network.links.l.to: the link leads from \"neuss\" to itself. Name another "
      "end."}},
    {"estate: {",
     "workloads: {grupware: {vcpu: 4}}\nestate: {",
     {"study.yaml:8:23: workloads.grupware: no workload class \"grupware\" (there are: directory, "
      "file, groupware, dms, finance, registry, social, terminal, telephony, permits, gis, specialist, "
      "...). Did you mean \"groupware\"? `verbund catalog workloads` lists all."}},
    {"estate: {",
     "catalog: {upz: x.csv}\nestate: {",
     {"study.yaml:8:16: catalog.upz: unknown key (known here: servers, server_trend, ups, cooling, "
      "climate_normals, grid_emission, electricity_price, profiles, hour_shapes, workloads, transactions, "
      "figures, "
      "districts, "
      "municipalities, access_links, providers, plant_modules, line_rates, gear, endpoints, procedures, "
      "bounds). Did you mean "
      "\"ups\"?"}},
    {"estate: {",
     "economics: {movable_share: 5 %}\nestate: {",
     {"study.yaml:8:28: economics.movable_share: nothing can be moved to cheaper hours "
      "(economics.hourly_shape is false: all hours cost the same). Write hourly_shape: true, or leave "
      "movable_share out."}},
    {"estate: {",
     "catalog: {ups: x.csv}\nestate: {",
     {"study.yaml:8:16: catalog.ups: \"./x.csv\" cannot be read (no such file). Check the path."}},
    {"seats: 700",
     "inventory: x.csv, as_of: 2025",
     {"study.yaml:7:44: territory.administrations.dormagen.inventory: \"./x.csv\" cannot be read (no "
      "such file). Check the path."}},
    {"seats: 700",
     "home: raum",
     {"study.yaml:7:39: territory.administrations.dormagen.home: no center \"raum\" (there are: north, "
      "south). Name an existing center, or add this one."}},
    {"seats: 700",
     "seats: -700",
     {"study.yaml:7:40: territory.administrations.dormagen.seats: \"-700\" is out of range (at least "
      "1). Check the value and its unit."}},
    {"seats: 700",
     "seats: 1e99",
     {"study.yaml:7:40: territory.administrations.dormagen.seats: \"1e+99\" is out of range (at most "
      "1000000). Check the value and its unit."}},
    {"seats: 700",
     "seats: nan",
     {"study.yaml:7:40: territory.administrations.dormagen.seats: \"nan\" is no number. Write digits "
      "without a unit, e.g. 1.25."}},
    {"moves:",
     "moves:\n  again: {who: neuss, to: south, years: 2025}",
     {"study.yaml:21:13: moves.everyone: takes the same workloads of \"neuss\" in the same years as "
      "move \"again\". Let their years, administrations (who) or workloads (only, keep_local) "
      "differ."}},
    {"moves:",
     "moves:\n  group:x: {}",
     {"study.yaml:20:12: moves.group:x: \"group:x\" cannot be a name (letters a-z, digits, \"-\" and "
      "\"_\", at most 64 of them). Use another name; umlauts belong into title or name."}},
    {"moves:",
     "moves: []\nx:",
     {"study.yaml:19:8: moves: is a list (a map by name is needed). Write the name of each move as a "
      "key.",
      "study.yaml:20:1: x: unknown key (known here: verbund, title, question, horizon, milestones, "
      "seed, precision, base_variant, sources, catalog, csv, variants, sweep, territory, estate, workloads, "
      "hosts, storage, "
      "gear, endpoints, facility, home, centers, network, exchanges, moves, backups, events, drills, "
      "availability, "
      "economics, prices, "
      "rules). Remove it or "
      "correct its spelling."}},
    {"seats: 700",
     "states: []",
     {"study.yaml:7:33: territory.administrations.dormagen.states: unknown key (known here: ags, name, "
      "at, state, population, seats, servers, applications, home, provider, provider_share, access, "
      "second_access, inventory, as_of). Did you mean \"state\"? \"states\" belongs to territory."}},
    {"seats: 700",
     "as_of: 2025",
     {"study.yaml:7:40: territory.administrations.dormagen.as_of: dates an inventory, but there is none "
      "(survey figures hold for estate.base_year). Name the inventory, or remove as_of."}},
    {"  administrations:",
     "  file: nope.csv\n  administrations:",
     {"study.yaml:5:9: territory.file: \"./nope.csv\" cannot be read (no such file). Check the path."}},
    {"  administrations:",
     "  cities: True\n  administrations:",
     {"study.yaml:5:11: territory.cities: \"True\" is not true or false (other spellings are not "
      "read). Write true or false."}},
};

template <class Row>
std::string ids_of(const std::vector<Row>& rows) {
    std::string ids;
    for (const Row& row : rows) ids += (ids.empty() ? "" : ", ") + row.id;
    return ids;
}

/// The messages with the ids of the shipped tables in place of "{table}".
std::vector<std::string> with_ids(std::vector<std::string> messages) {
    static const catalog::Catalog shipped = read::load_catalog();
    static const std::map<std::string, std::string> tables{{"{ups}", ids_of(shipped.ups)},
                                                           {"{cooling}", ids_of(shipped.cooling)}};
    for (std::string& message : messages) {
        for (const auto& [table, ids] : tables) {
            const std::size_t at = message.find(table);
            if (at != std::string::npos) message.replace(at, table.size(), ids);
        }
    }
    return messages;
}

}  // namespace

TEST_CASE("the small study has no mistakes", "[messages]") { CHECK(messages_of(test::small_study).empty()); }

TEST_CASE("every mistake in a study has its place, its cause and a remedy", "[messages]") {
    for (const Spoilt& mistake : mistakes) {
        INFO(mistake.from << " -> " << mistake.to);
        CHECK(messages_of(spoilt(mistake.from, mistake.to)) == with_ids(mistake.messages));
    }
}
