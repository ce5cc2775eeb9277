#include "tests/benchmark/replays.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdlib>
#include <fstream>
#include <numeric>
#include <span>
#include <string>
#include <thread>
#include <vector>

#include <fmt/format.h>
#include <unistd.h>

#include "sim/replay/replay.hpp"
#include "tests/benchmark/program_run.hpp"

namespace verbund::benchmark {
namespace {

constexpr double interval_s = 300.0;
constexpr double core_mhz = 2000.0;
constexpr double vm_mhz = 2.0 * core_mhz;

/// A use that changes at every step, without a pattern that a compiler or cache could use.
double use_mhz(std::size_t vm, std::uint64_t step) {
    constexpr std::uint64_t odd = 0x9E3779B97F4A7C15ULL;
    const std::uint64_t mixed = (vm * odd + step + 1) * odd;
    return static_cast<double>(mixed >> 52U) * (vm_mhz / 4096.0);
}

void write_tables(const std::filesystem::path& folder, const ReplaySize& size) {
    std::ofstream{folder / "hosts.csv"} << fmt::format(
        "host_type,count,cores,core_mhz,ram_mib,idle_w,max_w,shape\nh,{},64,{},1000000,100,300,linear\n",
        size.hosts, core_mhz);
    std::ofstream vms{folder / "vms.csv"};
    vms << "vm,vcpus,core_mhz,ram_mib\n";
    for (int vm = 0; vm < size.vms; ++vm) vms << fmt::format("vm{},2,{},1024\n", vm, core_mhz);
    std::ofstream usage{folder / "usage.csv"};
    usage << "vm,t_s,cpu_mhz\n";
    for (int vm = 0; vm < size.vms; ++vm)
        for (int step = 0; step < size.steps; ++step)
            usage << fmt::format("vm{},{},{:.1f}\n", vm, 300 * step,
                                 use_mhz(static_cast<std::size_t>(vm), static_cast<std::uint64_t>(step)));
}

/// Steps by `use_mhz`, made when they are asked for.
class GeneratedSteps final : public workload::StepSource {
public:
    explicit GeneratedSteps(std::uint64_t steps) : steps_{steps} {}

    [[nodiscard]] std::size_t runs(std::size_t) const override { return 1; }
    [[nodiscard]] workload::StepRun run(std::size_t, std::size_t) const override {
        return {steps_, 0.0, interval_s * static_cast<double>(steps_ - 1), interval_s};
    }
    [[nodiscard]] std::span<const double> values(std::size_t vm, std::size_t, std::uint64_t first,
                                                 std::size_t count, Room& room) const override {
        room.resize(count);
        for (std::size_t i = 0; i < count; ++i) room[i] = use_mhz(vm, first + i);
        return room;
    }
    [[nodiscard]] std::span<const double> times(std::size_t, std::size_t, std::uint64_t, std::size_t,
                                                Room& room) const override {
        return room;  // never asked for: the run is regular
    }

private:
    std::uint64_t steps_;
};

ProgramRun fastest(const std::filesystem::path& program, const std::string& arguments,
                   const std::filesystem::path& folder) {
    constexpr int runs = 5;
    ProgramRun best = run_program(program, arguments, folder);
    for (int again = 1; again < runs; ++again) {
        const ProgramRun run = run_program(program, arguments, folder);
        if (run.wall_s < best.wall_s) best = run;
    }
    return best;
}

}  // namespace

ReplayTimes replay_of_size(const std::filesystem::path& program, const ReplaySize& size) {
    std::string name = (std::filesystem::temp_directory_path() / "verbund-benchmark-XXXXXX").string();
    if (mkdtemp(name.data()) == nullptr) std::abort();
    const std::filesystem::path folder{name};
    write_tables(folder, size);
    static_cast<void>(
        run_program(program, "import usage --vms vms.csv --usage usage.csv -o trace.h5 --quiet", folder));
    const ProgramRun text =
        fastest(program, "replay --hosts hosts.csv --vms vms.csv --usage usage.csv --quiet", folder);
    const ProgramRun bundle = fastest(program, "replay --hosts hosts.csv --bundle trace.h5 --quiet", folder);
    std::filesystem::remove_all(folder);
    return {text.wall_s, bundle.wall_s, text.peak_mb, bundle.peak_mb};
}

Effort replay_of_year(const ReplaySize& size) {
    const std::vector<compute::HostGroup> hosts{
        {"h", static_cast<std::uint64_t>(size.hosts), 64.0, core_mhz, 1e6,
         compute::ShapedPower{100.0, 300.0, compute::PowerShape::linear}}};
    std::vector<workload::MeasuredVm> vms;
    for (int vm = 0; vm < size.vms; ++vm) vms.push_back({fmt::format("vm{}", vm), 2.0, core_mhz, 1024.0});
    const GeneratedSteps steps{static_cast<std::uint64_t>(size.steps)};
    Effort effort;
    const Stopwatch watch;
    const outcome::Replay found = replay::replay({hosts, vms, steps}, {});
    effort.simulate_s = watch.seconds();
    effort.activities = static_cast<double>(found.steps.read);
    effort.peak_mb = peak_memory_mb();
    return effort;
}

double memory_bytes_per_s() {
    constexpr std::size_t numbers = 64UL * 1024 * 1024;  // 512 MiB a thread
    constexpr std::size_t threads = 2;
    std::array<std::vector<double>, threads> data;
    for (std::vector<double>& part : data) part.assign(numbers, 1.0);
    std::array<double, threads> sums{};
    const Stopwatch watch;
    std::vector<std::thread> readers;
    for (std::size_t t = 0; t < threads; ++t)
        readers.emplace_back([&, t] {
            constexpr std::size_t lanes = 8;  // so that adding does not wait for adding
            std::array<double, lanes> lane{};
            for (std::size_t i = 0; i < numbers; i += lanes)
                for (std::size_t l = 0; l < lanes; ++l) lane[l] += data[t][i + l];
            sums[t] = std::accumulate(lane.begin(), lane.end(), 0.0);
        });
    for (std::thread& reader : readers) reader.join();
    const double seconds = watch.seconds();
    if (sums[0] + sums[1] != static_cast<double>(threads * numbers)) std::abort();
    return static_cast<double>(threads * numbers * sizeof(double)) / seconds;
}

}  // namespace verbund::benchmark
