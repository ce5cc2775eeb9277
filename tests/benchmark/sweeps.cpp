#include "tests/benchmark/sweeps.hpp"

#include <cstring>
#include <filesystem>
#include <fstream>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <unistd.h>

#include "models/base/program_build.hpp"
#include "models/base/random.hpp"
#include "results/store/store.hpp"
#include "scenarios/read/read_study.hpp"
#include "sim/batch/sweep/analysis.hpp"
#include "sim/batch/sweep/ledger.hpp"
#include "sim/batch/sweep/plays.hpp"
#include "sim/batch/sweep/run_sweep.hpp"

namespace verbund::benchmark {
namespace {

constexpr std::string_view money =
    "{economics.price: {discrete: [low, mid, high], weights: [1, 2, 1]}, "
    "economics.emission: {discrete: [low, mid, high], weights: [1, 2, 1]}, "
    "economics.discount_rate: {uniform: [0 %/a, 4 %/a]}, "
    "prices.licence: {triangular: [150 EUR/a, 250 EUR/a, 350 EUR/a]}, "
    "prices.staff-fte: {triangular: [60000 EUR/a, 80000 EUR/a, 100000 EUR/a]}}";

/// No two draws share anything.
constexpr std::string_view municipality = R"(verbund: 1
title: One municipality
horizon: {first: 2024, last: 2026}
territory: {administrations: {dormagen: {ags: "05162004", seats: 700}}}
estate: {provider_share: 0 %}
variants: {stay: {}, again: {home: {rooms: 2}}}
sweep:
  draws: DRAWS
  hosts.overcommit: {uniform: [2, 4]}
  estate.growth.compute: {uniform: [3 %/a, 9 %/a]}
  economics.discount_rate: {uniform: [0 %/a, 4 %/a]}
)";

std::filesystem::path work_folder() {
    return std::filesystem::temp_directory_path() / fmt::format("verbund-benchmark-{}", getpid());
}

/// Enters numbers between 0 and 1 for every play.
void make_up(const study::StudySet& set, const std::vector<batch::Play>& plays, batch::Ledger& ledger) {
    constexpr std::size_t at_once = 250;  // as many as a child plays
    const std::size_t years =
        static_cast<std::size_t>(set.horizon.last) - static_cast<std::size_t>(set.horizon.first) + 1;
    std::vector<double> numbers(years * outcome::sweep_outcomes().size());
    RandomStream random{set.seed, "made up"};
    std::vector<batch::Ledger::Entry> entries;
    for (const batch::Play& play : plays) {
        for (double& number : numbers) number = random.uniform();
        batch::Ledger::Bytes bytes(numbers.size() * sizeof(double));
        std::memcpy(bytes.data(), numbers.data(), bytes.size());
        entries.emplace_back(std::string{play.hash.begin(), play.hash.end()}, std::move(bytes));
        if (entries.size() < at_once && &play != &plays.back()) continue;
        ledger.enter(entries);
        entries.clear();
    }
}

}  // namespace

Effort merge_of_draws(int draws) {
    const std::filesystem::path folder = work_folder();
    std::filesystem::create_directory(folder);
    std::string text{municipality};
    text.replace(text.find("DRAWS"), 5, fmt::format("{}", draws));
    std::ofstream{folder / "study.yaml"} << text;
    const study::StudySet set = read::read_study((folder / "study.yaml").string(), {});
    const batch::SweepPlan plan = batch::plan_sweep(set);
    {
        batch::Ledger ledger{folder / "sweep.db", program_build()};
        make_up(set, batch::plays_of(set, plan).all, ledger);
    }
    Effort effort;
    const Stopwatch merging;
    batch::SweepStatistics statistics;
    outcome::SweepRun run = batch::run_sweep(set, plan, {.folder = folder}, statistics);
    batch::analyse(run);
    effort.simulate_s = merging.seconds();
    const Stopwatch writing;
    store::write_sweep(run, folder / "sweep.h5", true);
    effort.write_s = writing.seconds();
    effort.peak_mb = peak_memory_mb();
    std::filesystem::remove_all(folder);
    return effort;
}

Effort draws_of_flagship(Drawn drawn, int draws) {
    read::ReadOptions options;
    options.overrides.emplace_back("sweep", drawn == Drawn::money ? money : "{uncertain: catalog}");
    options.overrides.emplace_back("sweep.draws", fmt::format("{}", draws));
    Effort effort;
    const Stopwatch reading;
    study::StudySet set = read::read_study("landkreise-2025", options);
    std::erase_if(set.variants, [](const study::Variant& v) { return v.id.ends_with("-gemeinden"); });
    effort.read_s = reading.seconds();
    const std::filesystem::path folder = work_folder();
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
