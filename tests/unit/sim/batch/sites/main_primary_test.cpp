#include "sim/batch/sites/main_primary.hpp"

#include <cstdint>

#include "tests/support/catch.hpp"

namespace verbund::batch {
namespace {

constexpr std::uint16_t critical = 0;
constexpr std::uint16_t normal = 1;

std::vector<catalog::WorkloadClass> workloads() {
    std::vector<catalog::WorkloadClass> classes(2);
    classes[critical].criticality = catalog::Criticality::critical;
    classes[normal].criticality = catalog::Criticality::normal;
    return classes;
}

deploy::Part part(std::uint32_t site, std::uint16_t workload, int servers) {
    deploy::Part out{};
    out.site = site;
    out.workload = workload;
    out.servers = servers;
    return out;
}

std::optional<std::size_t> main_of(const std::vector<deploy::Part>& parts, study::ProtectedLoad second) {
    deploy::AdministrationDeployment administration;
    administration.parts = parts;
    return main_primary(administration, workloads(), {{3, study::ProtectedLoad::critical}, {5, second}});
}

TEST_CASE("the main primary runs most of the servers that its own rule protects", "[sites]") {
    // Site 5 runs more servers in all, of critical classes site 3 does.
    const std::vector<deploy::Part> parts{part(3, critical, 4), part(5, critical, 1), part(5, normal, 9)};
    CHECK(main_of(parts, study::ProtectedLoad::critical) == 0U);
    CHECK(main_of(parts, study::ProtectedLoad::all) == 1U);
}

TEST_CASE("of equal primaries the first is the main one, and without protected servers there is none",
          "[sites]") {
    CHECK(main_of({part(5, critical, 2), part(3, critical, 2)}, study::ProtectedLoad::critical) == 0U);
    CHECK_FALSE(main_of({part(4, critical, 2), part(3, normal, 2)}, study::ProtectedLoad::critical));
}

}  // namespace
}  // namespace verbund::batch
