#include "scenarios/read/import/host_export.hpp"

#include <string>
#include <vector>

#include "tests/support/catch.hpp"

using namespace verbund;

namespace {

std::vector<read::ProcessorYear> shipped_years() {
    Diagnostics mistakes;
    std::vector<read::ProcessorYear> years =
        read::read_processor_years(read::parse_csv(read::shipped_processor_years(), "years.csv"), mistakes);
    REQUIRE(mistakes.empty());
    return years;
}

std::vector<read::ExportedHost> hosts(const std::string& text, Diagnostics& mistakes) {
    return read::read_host_export(read::parse_csv(text, "vHost.csv"), shipped_years(), mistakes);
}

std::optional<int> launched(const std::string& processor) {
    Diagnostics mistakes;
    const auto found =
        hosts("Host,CPU Model,Speed,# Cores,# Memory\nh," + processor + ",2000,16,1024\n", mistakes);
    REQUIRE(mistakes.empty());
    return found.at(0).launched;
}

}  // namespace

TEST_CASE("hosts of a German RVTools are read with their processor's year", "[import]") {
    Diagnostics mistakes;
    const auto found = hosts(
        "Host;Cluster;CPU Model;Speed;# CPU;Cores per CPU;# Cores;# Memory\r\n"
        "esx01;CL-A;Intel(R) Xeon(R) Gold 6338;2.000;2;32;64;1.048.243\r\n"
        "esx02;CL-A;Something 1;2.400;1;16;16;262.010\r\n",
        mistakes);
    REQUIRE(mistakes.empty());
    REQUIRE(found.size() == 2);
    CHECK(found[0].cluster == "CL-A");
    CHECK(found[0].cores == 64.0);
    CHECK(found[0].core_mhz == 2000.0);
    CHECK(found[0].ram_mib == 1'048'243.0);
    CHECK(found[0].launched == 2021);
    CHECK_FALSE(found[1].launched);
}

TEST_CASE("generations of processors are told apart by their number", "[import]") {
    CHECK(launched("Intel(R) Xeon(R) CPU E5-2680 v4 @ 2.40GHz") == 2016);
    CHECK(launched("Intel(R) Xeon(R) CPU E5-2670 0 @ 2.60GHz") == 2012);
    CHECK(launched("Intel(R) Xeon(R) Gold 6148 CPU @ 2.40GHz") == 2017);
    CHECK(launched("Intel(R) Xeon(R) Silver 4214R CPU @ 2.40GHz") == 2019);
    CHECK(launched("Intel(R) Xeon(R) Platinum 8480+") == 2023);
    CHECK(launched("AMD EPYC 7302 16-Core Processor") == 2019);
    CHECK(launched("AMD EPYC 9654 96-Core Processor") == 2022);
    CHECK_FALSE(launched("ARM Neoverse-N1"));
}

TEST_CASE("a list of hosts without its columns or with words for numbers is refused", "[import]") {
    Diagnostics missing;
    static_cast<void>(hosts("Host,Speed\na,1\n", missing));
    REQUIRE_FALSE(missing.empty());
    CHECK_THAT(to_string(missing.sorted().front()), test::contains("column is missing"));
    Diagnostics words;
    static_cast<void>(hosts("Host,CPU Model,Speed,# Cores,# Memory\nh,x,fast,16,1024\n", words));
    REQUIRE_FALSE(words.empty());
    CHECK_THAT(to_string(words.sorted().front()), test::contains("vHost.csv:2: Speed: \"fast\""));
    Diagnostics none;
    static_cast<void>(hosts("Host,CPU Model,Speed,# Cores,# Memory\n", none));
    CHECK_FALSE(none.empty());
}
