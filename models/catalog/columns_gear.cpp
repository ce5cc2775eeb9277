#include <iterator>

#include "models/catalog/column_parts.hpp"
#include "models/catalog/columns.hpp"

/// Tables of devices in rooms, offices and on desks.
namespace verbund::catalog {

void describe(Columns& c, GearDevice& row) {
    static constexpr std::string_view places[] = {"room", "office", "floors", "desks"};
    static constexpr std::string_view bases[] = {"office",      "seats", "workplaces", "room",        "hosts",
                                                 "array-hosts", "racks", "center",     "center-hosts"};
    static_assert(std::size(bases) == gear_bases);
    const Between amount{0.0, 1e6};
    c.text({"id", "", "name in results"}, {}, row.id);
    c.text({"name_de", "", "German name"}, {}, row.name_de);
    c.text({"name_en", "", "English name"}, {}, row.name_en);
    describe_word(c,
                  {"place", "",
                   "room: goes with the server room; office: stays with the people; floors: in the room for "
                   "the seats wired to it; desks: never in the room"},
                  places, row.place);
    describe_word(c, {"per", "", "what the devices are counted by"}, bases, row.per);
    c.number({"from", "", "of that, from which on there is any"}, amount, row.from);
    c.number({"each", "", "of that, which one set serves; 0 = one set serves all"}, amount, row.each);
    c.whole({"count", "", "devices of a set"}, {1.0, 1000.0}, row.count);
    c.text({"profile", "", "only where a class of this daily profile runs; empty = everywhere"},
           {.optional = true}, row.profile);
    describe_path(c, "power", "w", "W", "power of one device, typical", {0.0, 100'000.0}, row.power_w);
    c.whole({"height_units", "", "of one device in a rack; 0 = beside the height units"}, {0.0, 48.0},
            row.height_units);
    c.number({"life_a", "a", "years of use"}, {1.0, 50.0}, row.life_years);
    describe_path(c, "price", "eur", "EUR", "price of one device, without VAT", {0.0, 1e7}, row.price_eur);
    describe_evidence(c, row.evidence);
}

void describe(Columns& c, EndpointDevice& row) {
    const Between watts{0.0, 10'000.0};
    c.text({"id", "", "name in a study"}, {}, row.id);
    c.text({"name_de", "", "German name"}, {}, row.name_de);
    c.text({"name_en", "", "English name"}, {}, row.name_en);
    c.number({"hours_per_workday", "h", "of use"}, {0.0, 24.0}, row.hours_per_workday);
    describe_path(c, "power", "w", "W", "power of one device in use", watts, row.power_w);
    c.number({"standby_w", "W", "power at all other hours"}, watts, row.standby_w);
    c.number({"life_a", "a", "years of use"}, {1.0, 50.0}, row.life_years);
    describe_path(c, "price", "eur", "EUR", "price of one device, without VAT", {0.0, 1e6}, row.price_eur);
    describe_evidence(c, row.evidence);
}

}  // namespace verbund::catalog
