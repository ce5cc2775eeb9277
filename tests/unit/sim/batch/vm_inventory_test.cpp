#include "sim/batch/import/vm_inventory.hpp"

#include <string>

#include "scenarios/read/catalog_reader.hpp"
#include "tests/support/catch.hpp"

using namespace verbund;
using read::ExportedVm;
using read::VmState;

namespace {

const std::vector<read::VmClassRule> rules{{"fs", "file"}, {"web", "portal"}};
constexpr double gb_per_mib = 1.048576e-3;

outcome::ImportedInventory made(const std::vector<ExportedVm>& vms,
                                batch::CountedDisks disks = batch::CountedDisks::used) {
    static const catalog::Catalog catalog = read::load_catalog();
    return batch::vm_inventory(vms, rules, catalog, disks);
}

}  // namespace

TEST_CASE("VMs of one class and size are one row, in binary memory and decimal disks", "[import]") {
    const auto found = made({{"fs1", VmState::running, 4, 16384, 2000, 1000, 2},
                             {"fs2", VmState::running, 4, 16384, 4000, 3000, 3},
                             {"fs3", VmState::running, 8, 16384, 10, 10, 4},
                             {"x1", VmState::running, 4, 1024, 10, 10, 5}});
    REQUIRE(found.inventory.size() == 3);
    CHECK(found.inventory[0].workload == "file");
    CHECK(found.inventory[0].count == 2);
    CHECK(found.inventory[0].vcpu == 4.0);
    CHECK(found.inventory[0].ram_gb == 16.0);
    CHECK(found.inventory[0].storage_gb == Approx(2000 * gb_per_mib));
    CHECK(found.inventory[2].workload == "specialist");
    CHECK(found.unmapped == std::vector<std::string>{"x1"});
    CHECK(found.unmapped_vcpu_share == Approx(4.0 / 20.0));
    const auto provisioned =
        made({{"fs1", VmState::running, 4, 16384, 2000, 1000, 2}}, batch::CountedDisks::provisioned);
    CHECK(provisioned.inventory[0].storage_gb == Approx(2000 * gb_per_mib));
}

TEST_CASE("disks of what does not run are kept, its processors are not counted", "[import]") {
    const auto found = made({{"fs1", VmState::running, 4, 16384, 0, 1000, 2},
                             {"fs2", VmState::stopped, 8, 16384, 0, 500, 3},
                             {"web1", VmState::stopped, 2, 1024, 0, 300, 4},
                             {"tpl", VmState::model, 2, 1024, 0, 7000, 5},
                             {"rep", VmState::placeholder, 2, 1024, 0, 7000, 6}});
    CHECK(found.running.vcpus == 4.0);
    CHECK(found.stopped.vms == 2);
    CHECK(found.stopped.vcpus == 10.0);
    CHECK(found.templates == 1);
    CHECK(found.placeholders == 1);
    REQUIRE(found.inventory.size() == 1);
    CHECK(found.inventory[0].storage_gb ==
          Approx(1800 * gb_per_mib));  // of its class, and of one that has none running
}

TEST_CASE("kept disks go where disks are, or evenly where there are none", "[import]") {
    const auto found = made({{"fs1", VmState::running, 1, 1024, 0, 100, 2},
                             {"fs2", VmState::running, 2, 1024, 0, 300, 3},
                             {"fs3", VmState::stopped, 2, 1024, 0, 400, 4}});
    CHECK(found.inventory.at(0).storage_gb == Approx(200 * gb_per_mib));
    CHECK(found.inventory.at(1).storage_gb == Approx(600 * gb_per_mib));
    const auto none =
        made({{"fs1", VmState::running, 1, 1024, 0, 0, 2}, {"fs2", VmState::stopped, 2, 1024, 0, 400, 4}});
    CHECK(none.inventory.at(0).storage_gb == Approx(400 * gb_per_mib));
}

TEST_CASE("several VMs of one name each count, and the name is told", "[import]") {
    const auto found =
        made({{"web1", VmState::running, 1, 1024, 0, 1, 2}, {"web1", VmState::running, 1, 1024, 0, 1, 3}});
    CHECK(found.running.vms == 2);
    CHECK(found.repeated == std::vector<std::string>{"web1"});
}
