#include "scenarios/study/counted_estates.hpp"

#include <string>

#include "tests/support/catch.hpp"
#include "tests/support/temporary_folder.hpp"
#include "tests/unit/scenarios/small_study.hpp"

using namespace verbund;
using test::Approx;

namespace {

/// The small study with an inventory of Dormagen; `share` of bodies of its kind is at a provider.
std::vector<study::CountedEstate> counted(const std::string& share) {
    const test::TemporaryFolder folder;
    test::write_bytes(folder / "own.csv",
                      "workload,physical,count,vcpu,ram_gb,storage_gb\nfile,false,3,4,16,100\n"
                      "database-server,true,2,16,128,500\n");
    const std::string text = test::spoilt("seats: 700", "seats: 700, inventory: own.csv, as_of: 2024");
    return study::counted_estates(
        read::read_study_text(text, "study.yaml", folder.path(),
                              {.overrides = {{"estate.provider_share", share},
                                             {"centers.south.role", "provider"},
                                             {"centers.south.commissioned", "2020-01-01"}},
                               .seed = {}}));
}

}  // namespace

TEST_CASE("an inventory stands beside what the survey would say of its administration", "[study]") {
    const auto found = counted("0 %");
    REQUIRE(found.size() == 1);  // one of two variants is enough
    CHECK(found[0].administration == "dormagen");
    CHECK(found[0].year == 2024);
    CHECK(found[0].counted.vms == 3.0);
    CHECK(found[0].counted.vcpu == 12.0);
    CHECK(found[0].counted.ram_gb == 48.0);
    CHECK(found[0].counted.physical == 2.0);
    // Municipalities: 2.5 + 0.21 x 700 seats = 149.5 servers in 2022.
    CHECK(found[0].survey.vms > 100.0);
    CHECK(found[0].survey.vms + found[0].survey.physical < 180.0);
    CHECK(found[0].provider_share == 0.0);
}

TEST_CASE("what bodies of its kind have at a provider is not held against an inventory", "[study]") {
    const auto all = counted("0 %");
    const auto own = counted("40 %");
    REQUIRE(own.size() == 1);
    CHECK(own[0].provider_share == Approx(0.4));
    CHECK(own[0].survey.vcpu == Approx(0.6 * all[0].survey.vcpu));
    CHECK(own[0].counted.vcpu == all[0].counted.vcpu);
}
