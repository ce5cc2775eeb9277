#include "models/compute/endpoint.hpp"

#include "scenarios/read/catalog_reader.hpp"
#include "tests/support/catch.hpp"

namespace verbund::compute {
namespace {

using test::Approx;

constexpr int hours_of_2025 = 8760;

TEST_CASE("a device on a desk draws its power in use and its standby at all other hours", "[endpoints]") {
    // 250 workdays of 8 h: 2,000 h x 50 W = 100 kWh, the other 6,760 h x 2 W = 13.52 kWh.
    catalog::EndpointDevice device;
    device.hours_per_workday = 8.0;
    device.power_w.mid = 50.0;
    device.standby_w = 2.0;
    CHECK(yearly_energy(device, 250, hours_of_2025).in(kilowatt_hour) == Approx(113.52));
    CHECK(yearly_energy(device, 0, hours_of_2025).in(kilowatt_hour) == Approx(17.52));
}

TEST_CASE("a thin client and a PC with their screens draw what Kreis Steinfurt tells, within a quarter",
          "[endpoints]") {
    // 165 PCs replaced in 2013: 318 kWh a PC and year before, 79 after.  The PCs of then drew the high end.
    const catalog::Catalog catalog = read::load_catalog();
    const auto yearly_kwh = [](const catalog::EndpointDevice& device) {
        return yearly_energy(device, 250, hours_of_2025).in(kilowatt_hour);
    };
    const double screen = yearly_kwh(catalog::endpoint_device(catalog, "monitor"));
    CHECK(yearly_kwh(catalog::endpoint_device(catalog, "thin-client")) + screen ==
          Approx(79.0).epsilon(0.25));
    catalog::EndpointDevice old_pc = catalog::endpoint_device(catalog, "pc");
    old_pc.power_w.mid = old_pc.power_w.high;
    CHECK(yearly_kwh(old_pc) + screen == Approx(318.0).epsilon(0.25));
}

}  // namespace
}  // namespace verbund::compute
