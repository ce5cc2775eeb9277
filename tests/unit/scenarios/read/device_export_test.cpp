#include "scenarios/read/import/device_export.hpp"

#include <string>

#include "sim/batch/import/rack_sums.hpp"
#include "tests/support/catch.hpp"

using namespace verbund;

namespace {

read::DeviceList devices(const std::string& text, Diagnostics& mistakes) {
    return read::read_device_export(read::parse_csv(text, "devices.csv"), mistakes);
}

}  // namespace

TEST_CASE("devices of NetBox and openDCIM become racks with units and power", "[import]") {
    for (const char* const text :
         {"Name,Site,Rack,U Height,Allocated draw\nsw1,RZ A,R1,1,150\nesx1,RZ A,R1,2,800\nesx2,RZ A,R2,2,\n"
          "spare,RZ A,,1,\nusv,RZ B,R1,10.0,0\n",
          "Data Center;Cabinet;Label;Height;Nominal Watts\nRZ A;R1;sw1;1U;150 W\nRZ A;R1;esx1;2U;800 W\n"
          "RZ A;R2;esx2;2U;\nRZ A;;spare;1U;\nRZ B;R1;usv;10 U;0\n"}) {
        CAPTURE(text);
        Diagnostics mistakes;
        const outcome::ImportedRacks found = batch::rack_sums(devices(text, mistakes));
        REQUIRE(mistakes.empty());
        CHECK(found.has_power);
        CHECK(found.in_no_rack == 1);
        REQUIRE(found.racks.size() == 3);
        REQUIRE(found.rooms.size() == 2);
        CHECK(found.rooms[0].site == "RZ A");
        CHECK(found.rooms[0].racks == 2);
        CHECK(found.rooms[0].devices == 3);
        CHECK(found.rooms[0].height_units == 5.0);
        CHECK(found.rooms[0].power_w == 950.0);
        CHECK(found.rooms[0].fullest_rack_w == 950.0);
        CHECK(found.rooms[1].height_units == 10.0);
    }
}

TEST_CASE("a list of devices without heights or power says so", "[import]") {
    Diagnostics mistakes;
    const auto list = devices("name,rack\na,R1\nb,R1\n", mistakes);
    REQUIRE(mistakes.empty());
    CHECK_FALSE(list.has_power);
    CHECK(list.devices[1].height_units == 1.0);
    REQUIRE(mistakes.notes().size() == 1);
    CHECK_THAT(to_string(mistakes.notes().front()), test::contains("not stated of 2 devices"));
    Diagnostics none;
    static_cast<void>(devices("name,height\na,1\n", none));
    CHECK_THAT(to_string(none.sorted().front()), test::contains("Rack: column is missing"));
    Diagnostics words;
    static_cast<void>(devices("rack,height\nR1,tall\n", words));
    CHECK_THAT(to_string(words.sorted().front()),
               test::contains("devices.csv:2: Height: \"tall\" is no height"));
}
