#include "sim/batch/sweep/forecast.hpp"

#include <algorithm>
#include <chrono>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include "models/base/diagnostics.hpp"
#include "sim/batch/case_bytes.hpp"
#include "sim/batch/peak_memory.hpp"
#include "sim/batch/process_pool.hpp"
#include "sim/batch/sweep/plays.hpp"

namespace verbund::batch {
namespace {

struct Measured {
    double first_s = 0.0;
    double again_s = 0.0;
    double memory_mb = 0.0;
};
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(Measured, first_s, again_s, memory_mb)

Measured measure(const study::StudySet& set, const SweepPlan& plan, std::size_t variant) {
    CasePlayer player{set, variant, plan.keys};
    const PlayCost cost = measured_cost(player, plan, 0, true);
    // Simulations of the event engine are children of this one.
    return {cost.first_s, cost.again_s, std::max(peak_memory_mb(), peak_child_memory_mb())};
}

}  // namespace

PlayCost measured_cost(CasePlayer& player, const SweepPlan& plan, std::size_t number, bool again) {
    const auto seconds = [&] {
        const auto begin = std::chrono::steady_clock::now();
        [[maybe_unused]] const std::vector<double> numbers =
            player.play(plan.texts(number), plan.replication(number));
        return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
    };
    PlayCost cost;
    cost.first_s = seconds();
    if (again) cost.again_s = seconds();
    return cost;
}

Forecast forecast(const study::StudySet& set, const SweepPlan& plan, const Progress& progress) {
    const Plays plays = plays_of(set, plan);
    std::vector<IsolatedCase> cases;
    for (std::size_t v = 0; v < set.variants.size(); ++v)
        cases.push_back(
            {.name = set.variants[v].id, .repeat_command = {}, .seed = set.seed, .run = [&set, &plan, v] {
                 return to_bytes(measure(set, plan, v));
             }});
    Forecast all{.plays = plays.all.size(), .deployments = plays.deployments};
    std::vector<Measured> measured;
    const auto tell = [&progress](std::size_t done, std::size_t total, std::string_view name) {
        if (progress) progress(static_cast<double>(done) / static_cast<double>(total), name);
    };
    // One at a time: beside others a play takes longer.
    for (const CaseResult& result : run_isolated(cases, {.jobs = 1, .progress = tell})) {
        if (result.failure)
            throw RunFailed(fmt::format("the first case of variant \"{}\" has no outcome: {}",
                                        result.failure->name, result.failure->reason));
        measured.push_back(from_bytes<Measured>(*result.bytes));
        all.memory_mb = std::max(all.memory_mb, measured.back().memory_mb);
    }
    std::vector<bool> deployed(plays.deployments, false);
    for (const Play& play : plays.all) {
        const Measured& of = measured[play.variant];
        all.seconds += deployed[play.deployment] ? of.again_s : of.first_s;
        deployed[play.deployment] = true;
    }
    return all;
}

}  // namespace verbund::batch
