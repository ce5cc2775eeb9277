#include "models/economics/embodied.hpp"

#include "models/catalog/figure_value.hpp"
#include "scenarios/read/catalog_reader.hpp"
#include "tests/support/catch.hpp"

namespace verbund::economics {
namespace {

using test::Approx;

/// Masses that differ in every place, so that none can stand in for another.
EmbodiedParts round_parts() {
    return {.chassis_kg = 400.0,
            .one_unit_chassis_kg = 300.0,
            .processor_kg = 25.0,
            .memory_kg_per_gb = 2.0,
            .disk_kg_per_tb = 20.0,
            .network_card_kg = 60.0,
            .rack_kg = 500.0,
            .building_kg_per_kw = 180.0,
            .system_disks = 2.0,
            .system_disk_tb = 0.5};
}

compute::HostType server(int height_units, int sockets, double ram_gb) {
    compute::HostType type;
    type.height_units = height_units;
    type.sockets = sockets;
    type.ram_gb = ram_gb;
    return type;
}

double server_kg(const EmbodiedParts& parts, const compute::HostType& type, int cards) {
    return embodied_in_server(parts, type, cards).in(kilogram_co2);
}

TEST_CASE("a server weighs what it is made of", "[economics]") {
    // 400 + 2 x 25 + 256 GB x 2 + 2 x 0.5 TB x 20 + 60 = 1,042 kg
    CHECK(server_kg(round_parts(), server(2, 2, 256.0), 1) == Approx(1042.0));
    // one unit, one processor, 32 GB, no card: 300 + 25 + 64 + 20 = 409 kg
    CHECK(server_kg(round_parts(), server(1, 1, 32.0), 0) == Approx(409.0));
    CHECK(server_kg(round_parts(), server(4, 1, 32.0), 0) == Approx(509.0));
}

TEST_CASE("storage, racks and buildings weigh by the terabyte, the rack and the kilowatt", "[economics]") {
    CHECK(embodied_in_storage(round_parts(), 30.0 * terabyte).in(kilogram_co2) == Approx(600.0));
    CHECK(embodied_in_racks(round_parts(), 2.5).in(kilogram_co2) == Approx(1250.0));
    CHECK(embodied_in_building(round_parts(), 40.0 * kilowatt).in(kilogram_co2) == Approx(7200.0));
}

TEST_CASE("the parts of a server of two units, two processors and 512 GB add up to the published 1.4 t",
          "[economics]") {
    // 375 + 2 x 30 + 512 x 1.65 + 2 x 2 x 17.3 + 58 = 375 + 60 + 844.8 + 69.2 + 58 = 1,407 kg; published:
    // 1,400 (900 to 2,500).
    const catalog::Catalog catalog = read::load_catalog();
    const double kg = server_kg(EmbodiedParts::from(catalog), server(2, 2, 512.0), 1);
    CHECK(kg == Approx(1407.0));
    const double published = catalog::figure_of<CarbonMass>(catalog, "embodied.host").in(kilogram_co2);
    CHECK(kg == Approx(published).epsilon(0.01));
}

TEST_CASE("two-socket hosts of up to 1 TB lie within the published range, and most of it is memory",
          "[economics]") {
    // 12 GB a core; those of more memory weigh more than any that was published.
    const catalog::Catalog catalog = read::load_catalog();
    const EmbodiedParts parts = EmbodiedParts::from(catalog);
    for (int year = 2018; year <= 2022; ++year) {
        const compute::HostType host = compute::host_type(catalog, "two-socket", year, {});
        INFO(year << ": " << host.ram_gb << " GB");
        CHECK(host.sockets == 2);
        CHECK(server_kg(parts, host, 1) > 900.0);
        if (host.ram_gb <= 1024.0) CHECK(server_kg(parts, host, 1) < 2500.0);
        CHECK(host.ram_gb * parts.memory_kg_per_gb > 0.5 * server_kg(parts, host, 1));
    }
}

}  // namespace
}  // namespace verbund::economics
