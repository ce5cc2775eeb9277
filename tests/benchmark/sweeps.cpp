#include "tests/benchmark/sweeps.hpp"

#include <filesystem>
#include <string>

#include <fmt/format.h>
#include <unistd.h>

#include "scenarios/read/read_study.hpp"
#include "sim/batch/sweep/analysis.hpp"
#include "sim/batch/sweep/run_sweep.hpp"

namespace verbund::benchmark {
namespace {

constexpr std::string_view money =
    "{economics.price: {discrete: [low, mid, high], weights: [1, 2, 1]}, "
    "economics.emission: {discrete: [low, mid, high], weights: [1, 2, 1]}, "
    "economics.discount_rate: {uniform: [0 %/a, 4 %/a]}, "
    "prices.licence: {triangular: [150 EUR/a, 250 EUR/a, 350 EUR/a]}, "
    "prices.staff-fte: {triangular: [60000 EUR/a, 80000 EUR/a, 100000 EUR/a]}}";

}  // namespace

Effort draws_of_flagship(Drawn drawn, int draws) {
    read::ReadOptions options;
    options.overrides.emplace_back("sweep", drawn == Drawn::money ? money : "{uncertain: catalog}");
    options.overrides.emplace_back("sweep.draws", fmt::format("{}", draws));
    Effort effort;
    const Stopwatch reading;
    study::StudySet set = read::read_study("landkreise-2025", options);
    std::erase_if(set.variants, [](const study::Variant& v) { return v.id.ends_with("-gemeinden"); });
    effort.read_s = reading.seconds();
    const std::filesystem::path folder =
        std::filesystem::temp_directory_path() / fmt::format("verbund-benchmark-{}", getpid());
    std::filesystem::create_directory(folder);
    const Stopwatch simulation;
    batch::SweepStatistics statistics;
    outcome::SweepRun run = batch::run_sweep(set, batch::plan_sweep(set), {.folder = folder}, statistics);
    batch::analyse(run);
    effort.simulate_s = simulation.seconds();
    effort.activities = static_cast<double>(run.draws);
    effort.peak_mb = peak_memory_mb();
    std::filesystem::remove_all(folder);
    return effort;
}

}  // namespace verbund::benchmark
