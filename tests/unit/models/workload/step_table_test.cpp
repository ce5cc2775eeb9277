#include "models/workload/step_table.hpp"

#include <utility>
#include <vector>

#include "tests/support/catch.hpp"

using namespace verbund;
using Steps = std::vector<std::pair<double, double>>;

namespace {

Steps all_of(const workload::StepTable& table, std::size_t vm) {
    Steps found;
    workload::StepSource::Room values_room;
    workload::StepSource::Room times_room;
    for (std::size_t number = 0; number < table.runs(vm); ++number) {
        const std::uint64_t count = table.run(vm, number).count;
        const auto values = table.values(vm, number, 0, count, values_room);
        const auto times = table.times(vm, number, 0, count, times_room);
        for (std::size_t i = 0; i < count; ++i) found.emplace_back(times[i], values[i]);
    }
    return found;
}

Steps kept(const Steps& steps, workload::StepCounts& counts) {
    workload::StepTable table{1};
    for (const auto& [time_s, mhz] : steps) table.add(0, time_s, mhz);
    table.finish();
    counts = table.counts();
    return all_of(table, 0);
}

}  // namespace

TEST_CASE("steps at equal intervals are one run without times of their own", "[workload]") {
    workload::StepTable table{2};
    for (int i = 0; i < 100; ++i) table.add(1, 60.0 + 300.0 * i, i);
    table.finish();
    CHECK(table.runs(0) == 0);
    REQUIRE(table.runs(1) == 1);
    const workload::StepRun run = table.run(1, 0);
    CHECK(run.count == 100);
    CHECK(run.first_s == 60.0);
    CHECK(run.last_s == 60.0 + 300.0 * 99);
    CHECK(run.interval_s == 300.0);
    workload::StepSource::Room room;
    CHECK(table.values(1, 0, 7, 2, room)[1] == 8.0);
    CHECK(table.times(1, 0, 7, 2, room)[1] == 60.0 + 300.0 * 8);
}

TEST_CASE("a gap parts runs and is counted with its length", "[workload]") {
    Steps steps;
    for (int i = 0; i < 20; ++i) steps.emplace_back(300.0 * i + (i < 10 ? 0.0 : 900.0), i);
    workload::StepCounts counts;
    CHECK(kept(steps, counts) == steps);
    CHECK(counts.gaps == 1);
    CHECK(counts.longest_gap_s == 1200.0);
    CHECK(counts.repeated == 0);
    CHECK(counts.unordered == 0);
}

TEST_CASE("of steps at one time the last added counts, in whatever order they come", "[workload]") {
    workload::StepCounts counts;
    CHECK(kept({{0, 1}, {300, 2}, {300, 3}, {600, 4}}, counts) == Steps{{0, 1}, {300, 3}, {600, 4}});
    CHECK(counts.repeated == 1);
    CHECK(counts.unordered == 0);
    CHECK(kept({{600, 4}, {300, 2}, {0, 1}, {300, 3}}, counts) == Steps{{0, 1}, {300, 3}, {600, 4}});
    CHECK(counts.repeated == 1);
    CHECK(counts.unordered == 3);
}

TEST_CASE("steps at uneven times keep each its time", "[workload]") {
    const Steps steps{{0.1, 1}, {0.4, 2}, {7, 3}, {7.5, 4}, {100, 5}, {333, 6}};
    workload::StepCounts counts;
    CHECK(kept(steps, counts) == steps);
    workload::StepTable table{1};
    for (const auto& [time_s, mhz] : steps) table.add(0, time_s, mhz);
    table.finish();
    REQUIRE(table.runs(0) == 1);
    CHECK_FALSE(table.run(0, 0).regular());
    CHECK(table.run(0, 0).last_s == 333.0);
}

TEST_CASE("steps put into order are as compact as if they had come in order", "[workload]") {
    workload::StepTable table{1};
    for (int i = 99; i >= 0; --i) table.add(0, 300.0 * i, i);
    table.finish();
    REQUIRE(table.runs(0) == 1);
    CHECK(table.run(0, 0).regular());
    CHECK(table.counts().unordered == 99);
}
