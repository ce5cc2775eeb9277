#include "models/compute/gear.hpp"

#include <algorithm>
#include <numeric>

#include "scenarios/read/catalog_reader.hpp"
#include "tests/support/catch.hpp"

namespace verbund::compute {
namespace {

using catalog::GearBasis;
using catalog::GearDevice;
using catalog::GearPlace;

GearDevice device(GearPlace place, GearBasis per, double from, double each, int count) {
    GearDevice row;
    row.id = "device";
    row.place = place;
    row.per = per;
    row.from = from;
    row.each = each;
    row.count = count;
    row.power_w = {10.0, 20.0, 30.0};
    row.height_units = 2;
    return row;
}

bool runs_nothing(const std::string&) { return false; }
bool runs_all(const std::string&) { return true; }

int counted(const std::vector<GearLine>& lines, bool in_room) {
    return std::accumulate(
        lines.begin(), lines.end(), 0,
        [in_room](int sum, const GearLine& line) {
            return sum + (line.in_room == in_room ? line.count : 0);
        });
}

std::vector<GearLine> lines_of(const std::vector<GearDevice>& table, const GearSite& site,
                               bool (*runs)(const std::string&) = runs_nothing) {
    std::vector<GearLine> lines;
    add_gear(table, site, runs, lines);
    return lines;
}

TEST_CASE("sets of devices are whole, and none stand below the size that asks for them", "[gear]") {
    // Pairs for each begun dozen of hosts, from 2 hosts on: 0, 0, 2, 2, 4, 18 = 2 x ceil(100 / 12).
    const GearDevice pair = device(GearPlace::room, GearBasis::hosts, 2.0, 12.0, 2);
    CHECK(gear_count(pair, 0.0) == 0);
    CHECK(gear_count(pair, 1.0) == 0);
    CHECK(gear_count(pair, 2.0) == 2);
    CHECK(gear_count(pair, 12.0) == 2);
    CHECK(gear_count(pair, 13.0) == 4);
    CHECK(gear_count(pair, 100.0) == 18);
    // One set serves all where nothing is said of what it serves.
    CHECK(gear_count(device(GearPlace::room, GearBasis::hosts, 0.0, 0.0, 3), 100.0) == 3);
}

TEST_CASE("each of two rooms has its own devices for its half of the hosts", "[gear]") {
    // 14 hosts: seven in each room, so a pair in each, where one room would have two pairs; 26: 13 in each,
    // two pairs in each.
    const std::vector<GearDevice> table{device(GearPlace::room, GearBasis::hosts, 2.0, 12.0, 2)};
    GearSite site;
    site.rooms = 2;
    site[GearBasis::hosts] = 14.0;
    CHECK(counted(lines_of(table, site), true) == 4);
    site[GearBasis::hosts] = 26.0;
    CHECK(counted(lines_of(table, site), true) == 8);
    site.rooms = 1;
    CHECK(counted(lines_of(table, site), true) == 6);  // ceil(26 / 12) = 3 pairs
}

TEST_CASE("floor devices stand in the room as far as seats are wired to it, those on desks never", "[gear]") {
    // 200 seats: ceil(200 / 32) = 7 switches, of which ceil(96 / 32) = 3 for the seats wired to the room;
    // 11 telephones for each begun ten seats = 220.
    const std::vector<GearDevice> table{device(GearPlace::floors, GearBasis::seats, 0.0, 32.0, 1),
                                        device(GearPlace::desks, GearBasis::seats, 0.0, 10.0, 11)};
    GearSite site;
    site[GearBasis::seats] = 200.0;
    site.wired_seats = 96.0;
    const std::vector<GearLine> lines = lines_of(table, site);
    CHECK(counted(lines, true) == 3);
    CHECK(counted(lines, false) == 4 + 220);
    // 3 x 20 W and 3 x 2 height units; what stands elsewhere is no part of the room.
    CHECK(in_room(table, lines).power.in(watt) == test::Approx(60.0));
    CHECK(in_room(table, lines).height_units == 6);
    site.wired_seats = 0.0;
    CHECK(counted(lines_of(table, site), true) == 0);
}

TEST_CASE("a device for a daily profile stands only where a class of it runs", "[gear]") {
    std::vector<GearDevice> table{device(GearPlace::room, GearBasis::workplaces, 0.0, 0.0, 1)};
    table[0].profile = "telephony";
    GearSite site;
    site[GearBasis::workplaces] = 50.0;
    CHECK(lines_of(table, site, runs_nothing).empty());
    CHECK(counted(lines_of(table, site, runs_all), true) == 1);
}

/// An office with its own room of so many hosts.
GearSite office(double seats, double hosts, bool array) {
    GearSite site;
    site.wired_seats = 96.0;
    site[GearBasis::office] = 1.0;
    site[GearBasis::seats] = site[GearBasis::workplaces] = seats;
    site[GearBasis::room] = hosts > 0.0 ? 1.0 : 0.0;
    site[GearBasis::hosts] = hosts;
    site[GearBasis::array_hosts] = array ? hosts : 0.0;
    return site;
}

TEST_CASE("the devices of the catalog are those that public bodies name", "[gear]") {
    const std::vector<GearDevice> table = read::load_catalog().gear;
    const auto count = [&](const std::vector<GearLine>& lines, std::string_view id) {
        int sum = 0;
        for (const GearLine& line : lines)
            if (table[line.device].id == id) sum += line.count;
        return sum;
    };
    // Amt Britz-Chorin-Oderberg 2024: 50 PCs, 55 telephones, 3 nodes without an array: 2 firewalls, a tape
    // drive, 6 switches in all (here 2 for the seats, 2 for the servers, 1 for management).
    const std::vector<GearLine> britz = lines_of(table, office(50.0, 3.0, false));
    CHECK(count(britz, "firewall") + count(britz, "firewall-second") == 2);
    CHECK(count(britz, "tape-drive") == 1);
    CHECK(count(britz, "phone") == 55);
    CHECK(count(britz, "access-switch") + count(britz, "server-switch") + count(britz, "management-switch") ==
          5);
    CHECK(count(britz, "san-switch") == 0);
    // Bad Woerishofen 2020: 4 hosts, 20 TB: two storage switches.
    CHECK(count(lines_of(table, office(100.0, 4.0, true)), "san-switch") == 2);
}

TEST_CASE("more seats or hosts never ask for fewer devices or less power", "[gear]") {
    const std::vector<GearDevice> table = read::load_catalog().gear;
    double last_w = 0.0;
    int last = 0;
    for (int size = 0; size < 3000; ++size) {
        const std::vector<GearLine> lines = lines_of(table, office(size, size / 20.0, size > 400), runs_all);
        const double power_w = in_room(table, lines).power.in(watt);
        const int devices = counted(lines, true) + counted(lines, false);
        CAPTURE(size);
        REQUIRE(power_w >= last_w);
        REQUIRE(devices >= last);
        last_w = power_w;
        last = devices;
    }
}

}  // namespace
}  // namespace verbund::compute
