#include "sim/events/migration/disk_shipment.hpp"

#include "tests/support/catch.hpp"

namespace verbund::events {
namespace {

study::Migration rules() {
    study::Migration m;
    m.disk_capacity = 10.0 * terabyte;
    m.disk_rate = 8.0 * gigabit_per_second;  // 1 GB/s: 10,000 s for a device
    m.disk_transport = 50'000.0 * seconds;
    m.disk_devices = 2;
    return m;
}

TEST_CASE("a shipment is filled, travels and is read", "[events][migration]") {
    const std::vector<Shipment> one = ship(rules(), {4e12});
    CHECK(one.front().begins_s == 0.0);
    CHECK(one.front().read_s == Approx(4'000.0 + 50'000.0 + 4'000.0));
}

TEST_CASE("an estate waits until enough devices have travelled back", "[events][migration]") {
    const std::vector<Shipment> all = ship(rules(), {10e12, 20e12});
    // The second needs both devices: the first one is read after 70,000 s and back 50,000 s later.
    CHECK(all[1].begins_s == Approx(120'000.0));
    CHECK(all[1].read_s == Approx(190'000.0));
}

TEST_CASE("more data than devices take several trips", "[events][migration]") {
    // Four devices' worth on two: two trips of 70,000 s and one way back.
    CHECK(ship(rules(), {40e12}).front().read_s == Approx(2 * 70'000.0 + 50'000.0));
}

}  // namespace
}  // namespace verbund::events
