#include <stdexcept>

#include "models/compute/packing.hpp"
#include "tests/support/catch.hpp"

namespace verbund::compute {
namespace {

const RackRules rack{38, 5.0 * kilowatt};

TEST_CASE("low-power devices fill a rack by height") {
    // 38 HU / 2 = 19 per rack: 39 devices need 3 racks
    CHECK(racks_needed({{2, 100.0 * watt, 38}}, rack) == 2);
    CHECK(racks_needed({{2, 100.0 * watt, 39}}, rack) == 3);
}

TEST_CASE("hot devices fill a rack by power") {
    // 5000 W / 1000 W = 5 per rack
    CHECK(racks_needed({{2, 1000.0 * watt, 10}}, rack) == 2);
    CHECK(racks_needed({{2, 1000.0 * watt, 11}}, rack) == 3);
}

TEST_CASE("cool devices share a rack with hot ones") {
    // Five hosts take 5000 W x 0.9 and 10 HU; 28 HU and 500 W are left for 28 devices of 1 HU and 10 W.
    CHECK(racks_needed({{1, 10.0 * watt, 28}, {2, 900.0 * watt, 5}}, rack) == 1);
    CHECK(racks_needed({{1, 10.0 * watt, 29}, {2, 900.0 * watt, 5}}, rack) == 2);
}

TEST_CASE("no devices need no rack") { CHECK(racks_needed({{2, 400.0 * watt, 0}}, rack) == 0); }

TEST_CASE("a device beyond a whole rack is refused") {
    CHECK_THROWS_AS(racks_needed({{39, 10.0 * watt, 1}}, rack), std::invalid_argument);
    CHECK_THROWS_WITH(racks_needed({{4, 6.0 * kilowatt, 1}}, rack), test::contains("6000 W"));
}

}  // namespace
}  // namespace verbund::compute
