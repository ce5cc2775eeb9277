#include "scenarios/read/traces/trace_files.hpp"

#include <filesystem>
#include <string>

#include <fmt/format.h>

#include "sim/replay/replay.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/temporary_folder.hpp"

using namespace verbund;

namespace {

const std::string gwa_head =
    "Timestamp [ms];\tCPU cores;\tCPU capacity provisioned [MHZ];\tCPU usage [MHZ];\tCPU usage [%];\t"
    "Memory capacity provisioned [KB];\tMemory usage [KB]\n";

std::string gwa_row(double time, double mhz) {
    return fmt::format("{};\t4;\t11704.0;\t{};\t8.5;\t8388608.0;\t1048576.0\n", time, mhz);
}

std::string refused_gwa(const std::filesystem::path& folder) {
    return test::message_of<InvalidInput>(
        [&] { static_cast<void>(read::read_gwa(folder, DecimalSign::unstated)); });
}

/// Time-weighted mean of the use of a trace's only VM, by way of the engine.
double mean_mhz(const read::Trace& trace) {
    const std::vector<compute::HostGroup> host{
        {"h", 1, 100.0, 5000.0, 1e6, compute::ShapedPower{100.0, 200.0, compute::PowerShape::linear}}};
    const outcome::Replay found = replay::replay({host, trace.vms, *trace.steps}, {});
    return found.use.asked_mhz_s / found.end_s;
}

}  // namespace

TEST_CASE("a file of GWA-T-12 with a repeated time and a gap: a value holds until the next", "[traces]") {
    const test::TemporaryFolder folder;
    // Heading says ms, the values are seconds; a gap of 20 minutes; 300 s apart otherwise.
    test::write_bytes(folder / "1.csv", gwa_head + gwa_row(1376314846, 1000) + gwa_row(1376315146, 2000) +
                                            gwa_row(1376315446, 900) + gwa_row(1376315446, 1200) +
                                            gwa_row(1376316646, 3000) + gwa_row(1376316946, 500));
    const read::Trace trace = read::read_gwa(folder.path(), DecimalSign::unstated);
    REQUIRE(trace.vms.size() == 1);
    CHECK(trace.vms[0].name == "1");
    CHECK(trace.vms[0].vcpus == 4.0);
    CHECK(trace.vms[0].core_mhz == 2926.0);
    CHECK(trace.vms[0].ram_mib == 8192.0);
    CHECK(trace.vms[0].start_s == 0.0);
    CHECK(trace.counts.steps.repeated == 1);
    CHECK(trace.counts.steps.gaps == 1);
    CHECK(trace.counts.steps.longest_gap_s == 1200.0);
    CHECK(workload::last_step_s(*trace.steps, 0) == 2100.0);
    // (300 x 1000 + 300 x 2000 + 1200 x 1200 + 300 x 3000) / 2100
    CHECK(mean_mhz(trace) == Approx((300e3 + 600e3 + 1440e3 + 900e3) / 2100.0));
}

TEST_CASE("true milliseconds mean the same", "[traces]") {
    const test::TemporaryFolder folder;
    test::write_bytes(folder / "1.csv", gwa_head + gwa_row(1376314846000, 1000) +
                                            gwa_row(1376315146000, 2000) + gwa_row(1376315446000, 0));
    test::write_bytes(folder / "2.csv", gwa_head + gwa_row(1376314846600, 1) + gwa_row(1376315146600, 1));
    const read::Trace trace = read::read_gwa(folder.path(), DecimalSign::unstated);
    REQUIRE(trace.vms.size() == 2);
    CHECK(workload::last_step_s(*trace.steps, 0) == Approx(600.0));
    CHECK(trace.vms[1].start_s == Approx(0.6));
}

TEST_CASE("a VM of which a file tells no size is left out and counted", "[traces]") {
    const test::TemporaryFolder folder;
    test::write_bytes(folder / "1.csv", gwa_head + gwa_row(0, 1000) + gwa_row(300, 1000));
    test::write_bytes(folder / "2.csv", gwa_head + "0;\t0;\t0;\t0;\t0;\t0;\t0\n");
    const read::Trace trace = read::read_gwa(folder.path(), DecimalSign::unstated);
    CHECK(trace.vms.size() == 1);
    CHECK(trace.counts.vms_without_size == 1);
}

TEST_CASE("folders that are none of GWA-T-12 are told", "[traces]") {
    const test::TemporaryFolder folder;
    CHECK_THAT(refused_gwa(folder / "absent"), Catch::Contains("cannot be read"));
    CHECK_THAT(refused_gwa(folder.path()), Catch::Contains("no files"));
    test::write_bytes(folder / ".hidden", "x");
    CHECK_THAT(refused_gwa(folder.path()), Catch::Contains("no files"));
    test::write_bytes(folder / "1.csv", "a;b\n1;2\n");
    CHECK_THAT(refused_gwa(folder.path()), Catch::Contains("1.csv:1: timestamp: column is missing"));
}

TEST_CASE("PlanetLab: percentages of a VM's capacity, 300 s each, the last one too", "[traces]") {
    const test::TemporaryFolder folder;
    test::write_bytes(folder / "vm-b", "10\n20\n30\n");
    test::write_bytes(folder / "vm-a", "100\r\n0\r\n");
    const workload::MeasuredVm size{"", 2.0, 1000.0, 512.0};
    const read::Trace trace = read::read_planetlab(folder.path(), {}, size);
    REQUIRE(trace.vms.size() == 2);
    CHECK(trace.vms[0].name == "vm-a");
    CHECK(trace.vms[0].duration_s == 600.0);
    CHECK(trace.vms[1].duration_s == 900.0);
    workload::StepSource::Room room;
    CHECK(trace.steps->values(0, 0, 0, 2, room)[0] == 2000.0);
    CHECK(trace.steps->values(1, 0, 0, 3, room)[2] == Approx(600.0));
}

TEST_CASE("PlanetLab: sizes by name come first, and a VM without one is told", "[traces]") {
    const test::TemporaryFolder folder;
    test::write_bytes(folder / "a", "50\n");
    const std::vector<workload::MeasuredVm> vms{{"a", 4.0, 1000.0, 1.0}};
    const read::Trace trace = read::read_planetlab(folder.path(), vms, std::nullopt);
    CHECK(trace.vms[0].vcpus == 4.0);
    const auto refused = [&folder] {
        return test::message_of<InvalidInput>(
            [&] { static_cast<void>(read::read_planetlab(folder.path(), {}, std::nullopt)); });
    };
    CHECK_THAT(refused(), Catch::Contains("not in the table of VMs"));
    test::write_bytes(folder / "a", "50\n101\n");
    CHECK_THAT(test::message_of<InvalidInput>(
                   [&] { static_cast<void>(read::read_planetlab(folder.path(), vms, std::nullopt)); }),
               Catch::Contains("a:2:") && Catch::Contains("no percentage"));
}
