#include "sim/batch/sweep/forecast.hpp"

#include <chrono>
#include <set>
#include <string>
#include <vector>

#include "sim/batch/sweep/run_sweep.hpp"

namespace verbund::batch {

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
    const std::vector<Play> plays = plays_of(set, plan);
    std::vector<PlayCost> cost;
    for (std::size_t v = 0; v < set.variants.size(); ++v) {
        CasePlayer player{set, v, plan.keys};
        cost.push_back(measured_cost(player, plan, 0, true));
        if (progress)
            progress(static_cast<double>(v + 1) / static_cast<double>(set.variants.size()),
                     set.variants[v].id);
    }
    Forecast all;
    all.plays = plays.size();
    std::set<std::string> deployments;
    for (const Play& play : plays) {
        const bool added = deployments.insert(play.deployment).second;
        all.seconds += added ? cost[play.variant].first_s : cost[play.variant].again_s;
    }
    all.deployments = deployments.size();
    return all;
}

}  // namespace verbund::batch
