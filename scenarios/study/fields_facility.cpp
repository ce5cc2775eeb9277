#include "scenarios/study/field_table.hpp"
#include "scenarios/study/fields.hpp"
#include "scenarios/study/text_rules.hpp"

namespace verbund::study {
namespace {

constexpr Origin assumed{"A", "modelling assumption"};
constexpr Origin practice_high{"M-h", "engineering practice (general knowledge)"};
constexpr Origin practice{"M-m", "engineering practice (general knowledge)"};
constexpr Origin sized{"A", "sized by the run"};
constexpr Origin unlimited{"A", "what nobody states is no limit"};

}  // namespace

FieldList describe(Facility& facility) {
    FieldTable table;
    const Fraction none = 0.0 * percent;
    const Fraction some = 20.0 * percent;
    table
        .add("imperfection", facility.imperfection, {1.0, 3.0},
             "Factor on cooling electricity: bypass air, humidity, part load, oversizing (1.0-2); none where "
             "the COP is effective already (room-dx).",
             {"A", "chosen to match measured PUE statistics (Borderstep, Uptime)"})
        .between("1.0", "2");
    table
        .add("distribution_losses", facility.distribution_losses, {none, some},
             "Cabling, busbar, PDU (1-2 % of load).", practice_high)
        .between("1 %", "2 %");
    table
        .add("auxiliary_small_room", facility.auxiliary_small_room, {none, some},
             "Light, security, ventilation of a home room, per IT (2-3 %).", practice)
        .between("2 %", "3 %");
    table
        .add("auxiliary_center", facility.auxiliary_center, {none, some},
             "Light, security, building automation of a center, per IT (0.5-1.5 %).", practice)
        .between("0.5 %", "1.5 %");
    table
        .add("transformer_from", facility.transformer_from, {10.0 * kilowatt, 100.0 * megawatt},
             "Connection power from which a site has its own transformer.", assumed)
        .between("200 kW", "630 kW");
    table
        .add("transformer_no_load", facility.transformer_no_load, {none, some},
             "Transformer loss at no load, of its rating (630 kVA dry, EU tier 2).", practice_high)
        .between("0.1 %", "0.2 %");
    table
        .add("transformer_load", facility.transformer_load, {none, some},
             "Transformer load loss at full rating.", practice_high)
        .between("0.8 %", "1.4 %");
    table
        .add("design_temperature", facility.design_temperature,
             {Temperature::from_celsius(20.0), Temperature::from_celsius(60.0)},
             "Outside temperature cooling is sized for.",
             {"A", "DWD TRY 2015 hot summers reach 27.6-36.2 °C"})
        .between("36 °C", "44 °C");
    table
        .add("usable_height_units", facility.usable_height_units, {1, 60},
             "Usable height units of a rack (36-40 of 42).", practice_high)
        .between("36", "40");
    table
        .add("rack_power", facility.rack_power, {100.0 * watt, 200.0 * kilowatt},
             "Power that a rack of a center is planned for where its room states none (design 5-10 kW).",
             practice)
        .between("5 kW", "10 kW");
    table.add(
        "weather", facility.weather, file_name,
        "File of hourly weather (DWD TRY, EPW, CSV) at all sites; default: made for each climate region.",
        no_default);
    return table.take();
}

}  // namespace verbund::study

namespace verbund::continuity {

study::FieldList describe(EmergencySupply& supply) {
    using study::no_default;
    study::FieldTable table;
    table.add("generator", supply.generator, {},
              "own: a generator; feed-in: a point for a mobile one; none; default: by role and availability "
              "class (events.recovery.genset_from_class).",
              no_default);
    table.add("fuel", supply.fuel, {0.0 * seconds, 1'000.0 * hours},
              "Fuel of the generator at full load (18-72 h); default: events.recovery.genset_fuel.",
              no_default);
    table.add("ups_autonomy", supply.ups_autonomy, {0.0 * seconds, 30.0 * days},
              "Battery time at full load; default: events.recovery.ups_autonomy.", no_default);
    return table.take();
}

}  // namespace verbund::continuity

namespace verbund::study {

FieldList describe(OtherLoad& load) {
    FieldTable table;
    const Power watts = 1.0 * watt;
    table.add("provider", load.provider, name_of_thing,
              "Provider of the catalog whose load this is (`verbund catalog providers`).", no_default);
    table
        .add("share", load.share, {0.0 * percent, 100.0 * percent},
             "Of the provider's load that is in this center; of a twin center 50 %.", assumed)
        .fixed("a choice of whoever plans");
    table
        .add("it_power", load.it_power, {watts, 500.0 * megawatt},
             "Mean IT power of these clients, storage and network included.", no_default)
        .fixed("a choice of whoever plans");
    table.add("servers", load.servers, {0.0, 1e6}, "Machines of these clients, VMs not counted.", no_default)
        .fixed("a choice of whoever plans");
    table
        .add("server_power", load.server_power, {watts, 10.0 * kilowatt},
             "IT power per machine, with its part of storage and network (200-561 W).",
             {"C", "Borderstep: 359 W in 2017, 561 W in 2022; 200 W: replaced machines alone (Nidderau)"})
        .between("200 W", "561 W");
    table
        .add("growth", load.growth, {-50.0 * percent_per_year, 100.0 * percent_per_year},
             "Growth of this load (0-6 %/a).",
             {"C",
              "federal IT 337 GWh in 2018, below 350 in 2022: 0.9 %/a; all German data centers 2010-22: "
              "6 %/a of IT (Borderstep)"})
        .between("0 %/a", "6 %/a");
    table
        .add("as_of", load.as_of, {1990, 2100},
             "Year of the figure, from which it grows; default: that of the provider's row, else "
             "estate.base_year.",
             no_default)
        .fixed("a choice of whoever plans");
    table
        .add("from", load.from, {1990, 2100}, "First year with this load; default: the center's first.",
             no_default)
        .fixed("a choice of whoever plans");
    table
        .add("rack_power", load.rack_power, {100.0 * watt, 200.0 * kilowatt},
             "IT power in a rack of these clients (3-6 kW); a rack of the center holds no more than its own.",
             practice)
        .between("3 kW", "6 kW");
    table
        .add("traffic", load.traffic, {0.0 * gigabit_per_second, 10000.0 * gigabit_per_second},
             "Traffic of these clients' users at its peak, on the center's own lines, growing as their load; "
             "default: not counted.",
             no_default)
        .fixed("a choice of whoever plans");
    return table.take();
}

FieldList describe(Metered& metered) {
    FieldTable table;
    table.add("pue", metered.pue, {1.0, 5.0},
              "PUE of the year; one factor on cooling and auxiliaries makes the chain meet it.", no_default);
    table.add("energy", metered.energy, {1.0 * kilowatt_hour, 10'000.0 * gigawatt_hour},
              "Energy of the whole center from the grid; what the study's clients do not draw of it is other "
              "load.",
              no_default);
    table.add("year", metered.year, {1990, 2100}, "Year of the meters; within the horizon.", no_default)
        .fixed("a choice of whoever plans")
        .required = true;
    return table.take();
}

FieldList describe(Home& home) {
    FieldTable table;
    table.add("rooms", home.rooms, {1, 2}, "Rooms; with 2 each alone can carry the load.", assumed)
        .fixed("a choice of whoever plans");
    table.add("ups", home.ups, name_of_thing, "UPS type of the catalog.", assumed);
    table.add("redundancy", home.redundancy, {}, "UPS redundancy.", assumed);
    table.add("cooling", home.cooling, name_of_thing, "Cooling type of the catalog.", assumed);
    table
        .add("rack_power", home.rack_power, {100.0 * watt, 200.0 * kilowatt},
             "Power that a rack is planned for (3-6 kW); no limit, nothing is refused for it.", practice)
        .between("3 kW", "6 kW");
    table
        .add("reserve", home.reserve, {0.0 * percent, 500.0 * percent},
             "Capacity built beyond the need of the estate's base year, of each year of a move, and of each "
             "year whose need is beyond what stands.",
             assumed)
        .fixed("a choice of whoever plans");
    table.add("availability_class", home.availability_class, {1, 4}, "EN 50600 availability class.", assumed)
        .fixed("a choice of whoever plans");
    table.add("outside_copy", home.outside_copy, {},
              "Backups of home rooms are also kept outside, where nothing of the study lies.",
              {"A", "BSI IT-Grundschutz, CON.3: backups are kept apart from what they secure"});
    table.add_group("emergency", home.emergency, "What feeds home rooms when their utility fails.");
    table
        .add("given_up", home.given_up, {0.0 * julian_years, 100.0 * julian_years},
             "Whole years that an emptied room keeps its gear before it is given up; what the office needs "
             "for "
             "its line and its floors stays with the people (0-3 a).",
             assumed)
        .between("0 a", "3 a");
    return table.take();
}

FieldList describe(Room& room) {
    FieldTable table;
    table.add("racks", room.racks, {1, 10'000}, "Racks it has space for.", sized)
        .fixed("a choice of whoever plans");
    table
        .add("rack_power", room.rack_power, {100.0 * watt, 200.0 * kilowatt},
             "Power a rack may draw; unstated no limit: racks that the run counts are planned for "
             "facility.rack_power.",
             unlimited)
        .fixed("a choice of whoever plans");
    table
        .add("it_power", room.it_power, {100.0 * watt, 500.0 * megawatt}, "IT power the room is built for.",
             sized)
        .fixed("a choice of whoever plans");
    table.add("ups", room.ups, name_of_thing, "UPS type of the catalog.", assumed);
    table
        .add("ups_power", room.ups_power, {100.0 * watt, 500.0 * megawatt},
             "UPS power installed, all modules.", sized)
        .fixed("a choice of whoever plans");
    table
        .add("ups_modules", room.ups_modules, {1, 100},
             "Most modules that share the load, without the spare: of the smallest size on offer of which no "
             "more are needed.",
             assumed)
        .fixed("a choice of whoever plans");
    table.add("redundancy", room.redundancy, {}, "UPS redundancy.", assumed);
    table.add("cooling", room.cooling, name_of_thing, "Cooling type of the catalog.", assumed);
    table
        .add("cooling_power", room.cooling_power, {100.0 * watt, 500.0 * megawatt}, "Heat it can remove.",
             sized)
        .fixed("a choice of whoever plans");
    return table.take();
}

namespace {

void add_identity(FieldTable& table, Center& center) {
    table.add("name", center.name, any_text, "Name; default: its id.", no_default);
    table.add_group("at", center.at, "Place.").required = true;
    table.add("state", center.state, state_key, "State; default: that of the nearest district.", no_default);
    table.add("climate_region", center.climate_region, {1, 15},
              "DWD region of the test reference years; default: nearest.", no_default);
    table.add("weather", center.weather, file_name,
              "File of hourly weather (DWD TRY, EPW, CSV) in place of its region's; default: as in facility.",
              no_default);
    table.add("role", center.role, {},
              "own: a room of one administration; provider: runs provider shares; shared.", assumed);
    table.add("group", center.group, {"([A-Za-z0-9][A-Za-z0-9_-]*)?", "a group name"},
              "Group, for moves to \"group:...\".", no_default);
    table.add_list("serves", center.serves, state_key, 0, "States a group's center serves; empty = everyone.",
                   assumed);
    table.add("partner", center.partner, name_of_thing, "Its twin, for backup to \"partner\".", no_default);
    table
        .add("commissioned", center.commissioned, {Date{1970, 1, 1}, Date{2060, 12, 31}},
             "First day of operation.", assumed)
        .fixed("a choice of whoever plans");
    table.add("closed", center.closed, {Date{1990, 1, 1}, Date{2100, 12, 31}}, "First day without operation.",
              no_default);
    table
        .add("given_up", center.given_up, {0.0 * julian_years, 100.0 * julian_years},
             "Whole years that it keeps its gear once nothing is left in it; default: as in home.",
             no_default)
        .fixed("a choice of whoever plans");
}

void add_quality(FieldTable& table, Center& center) {
    table.add("availability_class", center.availability_class, {1, 4}, "EN 50600 availability class claimed.",
              no_default);
    table.add("power_path", center.power_path, {}, "Power supply paths (EN 50600-2-2).", assumed);
    table.add("cooling_path", center.cooling_path, {}, "Cooling paths (EN 50600-2-3).", assumed);
    table.add("network_path", center.network_path, {}, "Network paths (EN 50600-2-4).", assumed);
    table.add("public_operator", center.public_operator, {}, "Owned by or operated for public bodies.",
              assumed);
    table.add("energy_management", center.energy_management, {},
              "Energy or environment management system in place.", assumed);
    table.add("colocation", center.colocation, {}, "Its IT stands in the center of another operator.",
              assumed);
    table.add("operator_staff", center.operator_staff, {0, 1'000'000}, "Staff of its operator (NIS2).",
              no_default);
    table.add("run_by", center.run_by, any_text,
              "Who runs it; centers of one operator share its staff. Default: an operator of its own.",
              no_default);
    table.add("round_the_clock", center.round_the_clock, {}, "Staffed at all hours, not only on call.",
              assumed);
    table.add("positions", center.positions, {0.0, 100'000.0}, "Positions filled for running it.",
              no_default);
    table.add_group("tariff", center.tariff,
                    "What its operator charges its clients, without tax; none: they share its cost.");
    table.add_list("proofs", center.proofs, {}, 0, "What its operator has shown of the check list.", assumed);
    table.add("heat_network_near", center.heat_network_near, {}, "A heat network exists within 5 km.",
              assumed);
    table
        .add("heat_reuse", center.heat_reuse, {0.0 * percent, 100.0 * percent},
             "Share of the heat used elsewhere.", assumed)
        .fixed("a choice of whoever plans");
    table.add("renewable_share", center.renewable_share, {0.0 * percent, 100.0 * percent},
              "Renewable electricity bought; default: as in economics.", no_default);
}

void add_capacity(FieldTable& table, Center& center) {
    table
        .add("grid_connection", center.grid_connection, {100.0 * watt, 1000.0 * megawatt},
             "Contracted grid power.", sized)
        .fixed("a choice of whoever plans");
    table
        .add("uplink", center.uplink, {1.0 * megabit_per_second, 10'000.0 * gigabit_per_second},
             "Connection to the network.", sized)
        .fixed("a choice of whoever plans");
    table.add("storage", center.storage, {1.0 * gigabyte, 1'000'000.0 * terabyte}, "Usable storage.", sized)
        .fixed("a choice of whoever plans");
    table.add(
        "outside_copy", center.outside_copy, name_of_thing,
        "Where the outside copy of its backups lies: a center, \"elsewhere\" (where nothing of the study "
        "lies) or \"none\"; default: its backup site, without one elsewhere.",
        {"A", "BSI IT-Grundschutz, CON.3: backups are kept apart from what they secure"});
    table
        .add("reserve", center.reserve, {0.0 * percent, 500.0 * percent},
             "Capacity built beyond the need where sized.", assumed)
        .fixed("a choice of whoever plans");
    table
        .add("stage_years", center.stage_years, {1, 50},
             "Years whose need a building stage serves where sized.", assumed)
        .fixed("a choice of whoever plans");
    table.add_group("emergency", center.emergency, "What feeds it when its utility fails.");
    table.add_group(
        "other_load", center.other_load,
        "Load of clients outside the study: part of the center's plant, PUE and duties, not of the "
        "study's energy and cost.");
    table.add_group("metered", center.metered, "What its meters said in a year; the chain is fitted to it.");
    table.add_map("rooms", center.rooms, "room", "Rooms; at least one.");
}

}  // namespace

FieldList describe(Center& center) {
    FieldTable table;
    add_identity(table, center);
    add_quality(table, center);
    add_capacity(table, center);
    return table.take();
}

}  // namespace verbund::study
