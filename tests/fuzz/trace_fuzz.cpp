#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "models/base/diagnostics.hpp"
#include "scenarios/read/import/csv.hpp"
#include "scenarios/read/traces/prometheus.hpp"
#include "scenarios/read/traces/trace_files.hpp"
#include "scenarios/read/traces/trace_tables.hpp"
#include "scenarios/read/traces/usage_table.hpp"
#include "sim/replay/replay.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/mutator.hpp"
#include "tests/support/temporary_folder.hpp"

/// Spoilt traces: whatever comes in is read and can be replayed, or is refused.
using namespace verbund;
using test::Mutator;
using test::survives;

namespace {

constexpr int rounds = 1500;

const std::string usage_text =
    "vm,t_s,cpu_mhz\na,0,1000\na,300,NaN\nb,0,7.5\na,600,10\na,600,11\nb,900,1e3\n";
const std::string gwa_text =
    "Timestamp [ms];\tCPU cores;\tCPU capacity provisioned [MHZ];\tCPU usage [MHZ];\tCPU usage [%];\t"
    "Memory capacity provisioned [KB]\n1376314846;\t4;\t11704.0;\t10.1;\t0.1;\t67108864.0\n"
    "1376315146;\t4;\t11704.0;\t29.5;\t0.3;\t67108864.0\n";
const std::string planetlab_text = "10\n20\n100\n0\n";
const std::string hosts_text =
    "host_type,count,cores,core_mhz,ram_mib,idle_w,max_w,shape\nh,2,16,2000,1000,100,200,square\n";
const std::string vms_text =
    "vm,vcpus,core_mhz,ram_mib,start_s,duration_s\na,1,2000,10,,\nb,2,2000,10,5,600\n";

const std::vector<workload::MeasuredVm> two_vms{{"a", 1.0, 2000.0, 10.0}, {"b", 2.0, 2000.0, 10.0}};

/// What was read has steps in strict order and an energy that is a number.
void replays(const read::Trace& trace) {
    for (std::size_t vm = 0; vm < trace.vms.size(); ++vm)
        for (std::size_t run = 1; run < trace.steps->runs(vm); ++run)
            REQUIRE(trace.steps->run(vm, run).first_s > trace.steps->run(vm, run - 1).last_s);
    const std::vector<compute::HostGroup> host{
        {"h", 1, 8.0, 2000.0, 1e9, compute::ShapedPower{100.0, 200.0, compute::PowerShape::linear}}};
    const outcome::Replay found = replay::replay({host, trace.vms, *trace.steps}, {});
    REQUIRE(found.energy_j >= 0.0);
    REQUIRE(found.energy_j <= 200.0 * found.end_s * (1.0 + 1e-9));
    REQUIRE(found.steps.read == found.steps.applied + found.steps.clipped());
}

}  // namespace

TEST_CASE("any spoilt table of use is replayed or refused", "[fuzz]") {
    const test::TemporaryFolder folder;
    const std::filesystem::path file = folder / "usage.csv";
    Mutator mutate{11};
    int read_well = 0;
    for (int round = 0; round < rounds; ++round) {
        test::write_bytes(file, mutate.spoil(usage_text, gwa_text));
        read_well +=
            survives([&] { replays(read::read_usage_table(file, two_vms, DecimalSign::unstated)); }) ? 1 : 0;
    }
    CHECK(read_well > 0);
    CHECK(read_well < rounds);
}

TEST_CASE("any spoilt folder of traces is replayed or refused", "[fuzz]") {
    const test::TemporaryFolder gwa;
    const test::TemporaryFolder planetlab;
    Mutator mutate{12};
    const workload::MeasuredVm size{"", 2.0, 1000.0, 512.0};
    int read_well = 0;
    for (int round = 0; round < rounds; ++round) {
        test::write_bytes(gwa / "1.csv", mutate.spoil(gwa_text, usage_text));
        test::write_bytes(planetlab / "1", mutate.spoil(planetlab_text, usage_text));
        read_well += survives([&] { replays(read::read_gwa(gwa.path(), DecimalSign::unstated)); }) ? 1 : 0;
        read_well += survives([&] { replays(read::read_planetlab(planetlab.path(), {}, size)); }) ? 1 : 0;
    }
    CHECK(read_well > 0);
    CHECK(read_well < 2 * rounds);
}

TEST_CASE("any spoilt answer of a range query is replayed or refused", "[fuzz]") {
    const std::string answer =
        R"({"status": "success", "data": {"resultType": "matrix", "result": [{"metric": {"vm": "a"},)"
        R"( "values": [[1700000000, "0.5"], [1700000300, "NaN"], [1700000600, "0.5"]]}, {"metric": {"vm": "b"},)"
        R"( "values": [[1700000000, "0.25"], [1700000300.5, "1e-3"]]}]}})";
    const test::TemporaryFolder folder;
    const std::filesystem::path file = folder / "range.json";
    Mutator mutate{14};
    int read_well = 0;
    for (int round = 0; round < 2 * rounds; ++round) {
        test::write_bytes(file, mutate.spoil(answer, usage_text));
        read_well +=
            survives([&] { replays(read::read_prometheus(file, two_vms, std::nullopt, {})); }) ? 1 : 0;
    }
    CHECK(read_well > 0);
    CHECK(read_well < 2 * rounds);
}

TEST_CASE("any spoilt table of hosts or VMs is read or refused", "[fuzz]") {
    Mutator mutate{13};
    for (int round = 0; round < 2 * rounds; ++round) {
        const std::string hosts = mutate.spoil(hosts_text, vms_text);
        const std::string vms = mutate.spoil(vms_text, hosts_text);
        survives([&] {
            Diagnostics mistakes;
            static_cast<void>(
                read::read_host_groups(read::parse_csv(hosts, "h.csv"), DecimalSign::unstated, mistakes));
        });
        survives([&] {
            Diagnostics mistakes;
            static_cast<void>(
                read::read_measured_vms(read::parse_csv(vms, "v.csv"), DecimalSign::unstated, mistakes));
        });
    }
}
