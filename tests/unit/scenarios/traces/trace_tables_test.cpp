#include "scenarios/read/traces/trace_tables.hpp"

#include <string>

#include "tests/support/catch.hpp"

using namespace verbund;

namespace {

std::vector<compute::HostGroup> hosts(const std::string& text, Diagnostics& mistakes) {
    return read::read_host_groups(read::parse_csv(text, "hosts.csv"), DecimalSign::unstated, mistakes);
}

std::string first_mistake(const Diagnostics& mistakes) {
    return mistakes.empty() ? std::string{} : to_string(mistakes.sorted().front());
}

}  // namespace

TEST_CASE("hosts with a shape and hosts with a table of power", "[traces]") {
    Diagnostics mistakes;
    const auto shaped =
        hosts("host_type,count,cores,core_mhz,ram_mib,idle_w,max_w,shape\nh,2,16,2000,1000,100,200,square\n",
              mistakes);
    const auto tabled = hosts(
        "host_type,count,cores,core_mhz,ram_mib,w_0,w_10,w_20,w_30,w_40,w_50,w_60,w_70,w_80,w_90,w_100\n"
        "h,1,4,1860,4096,86,89.4,92.6,96,99.5,102,106,108,112,114,117\n",
        mistakes);
    CHECK(first_mistake(mistakes).empty());
    REQUIRE(shaped.size() == 1);
    CHECK(shaped[0].count == 2);
    CHECK(shaped[0].capacity_mhz() == 32'000.0);
    CHECK(compute::power_w(shaped[0].power, 0.5) == 125.0);
    CHECK(compute::power_w(tabled[0].power, 0.1) == Approx(89.4));
    CHECK(compute::power_w(tabled[0].power, 1.0) == 117.0);
}

TEST_CASE("hosts that cannot be meant are refused", "[traces]") {
    const std::string head = "host_type,count,cores,core_mhz,ram_mib,idle_w,max_w,shape\n";
    const auto mistake = [&head](const std::string& rows) {
        Diagnostics mistakes;
        static_cast<void>(hosts(head + rows, mistakes));
        return first_mistake(mistakes);
    };
    CHECK_THAT(mistake(""), Catch::Contains("no rows"));
    CHECK_THAT(mistake("h,1,16,2000,1000,100,90,linear\n"), Catch::Contains("below idle power"));
    CHECK_THAT(mistake("h,1,16,2000,1000,100,200,linaer\n"), Catch::Contains("Did you mean \"linear\"?"));
    CHECK_THAT(mistake("h,1,0,2000,1000,100,200,linear\n"), Catch::Contains("cores: 0 is not possible"));
    CHECK_THAT(mistake("h,1,1,1,1,1,1,linear\nh,1,1,1,1,1,1,linear\n"), Catch::Contains("stands here twice"));
    CHECK_THAT(mistake("h,1.5,16,2000,1000,100,200,linear\n"), Catch::Contains("no whole number"));
}

TEST_CASE("VMs with and without a start and a duration", "[traces]") {
    Diagnostics mistakes;
    const auto vms = read::read_measured_vms(
        read::parse_csv("vm,vcpus,core_mhz,ram_mib,start_s,duration_s\na,1,2000,10,,\nb,2,2000,10,5,600\n",
                        "vms.csv"),
        DecimalSign::unstated, mistakes);
    CHECK(first_mistake(mistakes).empty());
    REQUIRE(vms.size() == 2);
    CHECK(vms[0].start_s == 0.0);
    CHECK_FALSE(vms[0].duration_s.has_value());
    CHECK(vms[1].start_s == 5.0);
    CHECK(vms[1].duration_s == 600.0);
    static_cast<void>(
        read::read_measured_vms(read::parse_csv("vm,vcpus,core_mhz,ram_mib\na,1,1,1\na,1,1,1\n", "vms.csv"),
                                DecimalSign::unstated, mistakes));
    CHECK_THAT(first_mistake(mistakes), Catch::Contains("vms.csv:3: vm: \"a\" stands here twice"));
}
