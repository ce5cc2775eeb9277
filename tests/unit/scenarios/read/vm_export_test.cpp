#include "scenarios/read/import/vm_export.hpp"

#include <string>

#include "tests/support/catch.hpp"

using namespace verbund;
using read::VmState;

namespace {

std::vector<read::ExportedVm> vms(const std::string& text, Diagnostics& mistakes) {
    return read::read_vm_export(read::parse_csv(text, "vInfo.csv"), mistakes);
}

std::string mistake(const std::string& text) {
    Diagnostics mistakes;
    static_cast<void>(vms(text, mistakes));
    return mistakes.empty() ? std::string{} : to_string(mistakes.sorted().front());
}

const std::string head = "VM,Powerstate,Template,SRM Placeholder,CPUs,Memory,Provisioned MiB,In Use MiB\n";

}  // namespace

TEST_CASE("VMs of RVTools are told apart by what they are", "[import]") {
    Diagnostics mistakes;
    const auto found =
        vms(head +
                "a,poweredOn,False,False,2,8192,102400,51200\nb,poweredOff,False,False,4,16384,10,5\n"
                "c,suspended,,,1,1024,10,5\nd,poweredOff,True,False,4,4096,10,5\n"
                "e,poweredOff,False,True,8,65536,10,0\n",
            mistakes);
    REQUIRE(mistakes.empty());
    REQUIRE(found.size() == 5);
    CHECK(found[0].state == VmState::running);
    CHECK(found[0].vcpus == 2.0);
    CHECK(found[0].ram_mib == 8192.0);
    CHECK(found[0].provisioned_mib == 102'400.0);
    CHECK(found[0].used_mib == 51'200.0);
    CHECK(found[1].state == VmState::stopped);
    CHECK(found[2].state == VmState::stopped);
    CHECK(found[3].state == VmState::model);
    CHECK(found[4].state == VmState::placeholder);
}

TEST_CASE("thousands are parted in either way and headings are of either version and language", "[import]") {
    Diagnostics mistakes;
    const auto german =
        vms("VM;Betriebszustand;Vorlage;vCPUs;Arbeitsspeicher (MB);Bereitgestellt MB;Belegt MB\n"
            "a;Eingeschaltet;FALSCH;2;8.192;1.024.000;51.200\nb;Ausgeschaltet;WAHR;2;8192;1024000;0\n",
            mistakes);
    const auto english =
        vms("VM,Powerstate,Template,CPUs,Memory,Provisioned MB,In Use "
            "MB\na,poweredOn,False,2,\"8,192\",\"1,024,000\",\"51,200\"\n",
            mistakes);
    REQUIRE(mistakes.empty());
    for (const auto* list : {&german, &english}) {
        CHECK(list->front().ram_mib == 8192.0);
        CHECK(list->front().provisioned_mib == 1'024'000.0);
        CHECK(list->front().used_mib == 51'200.0);
        CHECK(list->front().state == VmState::running);
    }
    CHECK(german[1].state == VmState::model);
}

TEST_CASE("a list without disks in use has all of them used, and says so", "[import]") {
    Diagnostics mistakes;
    const auto found = vms("VM,Powerstate,CPUs,Memory,Provisioned MB\na,poweredOn,2,8192,1000\n", mistakes);
    CHECK(found.at(0).used_mib == 1000.0);
    REQUIRE(mistakes.notes().size() == 1);
    CHECK_THAT(to_string(mistakes.notes().front()), Catch::Contains("In Use MiB"));
}

TEST_CASE("rows of a list that cannot be meant are refused with their place", "[import]") {
    CHECK_THAT(mistake(head + "a,poweredOn,False,False,two,8192,1,1\n"),
               Catch::Contains("vInfo.csv:2: CPUs: \"two\" is no number"));
    CHECK_THAT(mistake(head + "a,poweredOn,False,False,0,8192,1,1\n"),
               Catch::Contains("a VM that runs has none"));
    CHECK_THAT(mistake(head + "a,maybe,False,False,1,8192,1,1\n"),
               Catch::Contains("Powerstate: \"maybe\" is not known"));
    CHECK_THAT(mistake(head + "a,poweredOn,perhaps,False,1,8192,1,1\n"), Catch::Contains("Template"));
    CHECK_THAT(mistake(head + "a,poweredOn,False,False,-1,8192,1,1\n"), Catch::Contains("CPUs"));
    CHECK_THAT(mistake(head), Catch::Contains("no VMs"));
    CHECK_THAT(mistake(head + "a,poweredOff,False,False,1,8192,1,1\n"),
               Catch::Contains("no VM of the list runs"));
    CHECK_THAT(mistake("VM,CPUs\na,1\n"), Catch::Contains("column is missing"));
}
