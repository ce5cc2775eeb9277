#pragma once

#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "scenarios/study/study.hpp"
#include "scenarios/study/sweep_case.hpp"
#include "sim/annual/annual.hpp"
#include "sim/annual/cost_quantities.hpp"
#include "sim/annual/embodied.hpp"
#include "sim/annual/played_year.hpp"
#include "sim/annual/weather.hpp"
#include "sim/batch/fitted_set.hpp"
#include "sim/batch/sweep/engine_play.hpp"
#include "sim/deploy/world.hpp"

namespace verbund::batch {

/// Plays one variant of a study with other values, case after case.
///
/// What a case has in common with the one before it is not computed again: the deployment and all hours where
/// only figures of money and accounting differ (`study::moves_machines`), what is bought when where these buy
/// the same (`annual::CostQuantities`), the deployment where only the seed does, the weather where climate
/// and seed are the same.  The numbers are the same to the last bit as those of a case played alone.  Not
/// safe from several threads; with the event engine, no other thread may run.
class CasePlayer {
public:
    /// The set is copied, with the one variant alone; its sweep says which engines play.
    CasePlayer(const study::StudySet& set, std::size_t variant, const std::vector<study::CaseKey>& keys);

    /// `outcome::sweep_outcomes` of every year, [year][outcome], with the seed of a replication
    /// (`replication_seed`).  Throws `InvalidInput` for values that the study cannot have, `RunFailed` where
    /// a conservation identity does not hold or a simulation ends without an outcome.
    [[nodiscard]] std::vector<double> play(std::span<const std::string> texts, std::size_t replication = 0);

    /// Frees what only the next case of the same deployment could use.
    void forget_deployment();

private:
    void put_values(std::span<const std::string> texts, std::size_t replication);
    void deploy();
    void see_to_seed();
    void see_to_weather();
    [[nodiscard]] annual::CostPlan plan_costs(const economics::PriceBook& prices);
    [[nodiscard]] annual::YearOutcome play_year(const annual::YearTask& task);

    study::StudySet set_;
    study::CaseValues values_;
    std::vector<std::size_t> moving_;                ///< keys that reach the variant and move machines
    std::optional<std::vector<std::string>> moved_;  ///< their values as deployed; empty before the first
    std::optional<FittedSet> fitted_;
    std::optional<deploy::World> world_;
    std::map<int, annual::PlayedYear> played_;  ///< of the deployment
    std::optional<annual::CostQuantities> quantities_;
    std::vector<EngineNumbers> engine_numbers_;  ///< [year]; empty until these engines have played
    std::optional<annual::Weather> weather_;
    std::vector<annual::CoolingKey> climate_;
    std::uint64_t weather_seed_ = 0;
    std::uint64_t stated_seed_ = 0;
    std::optional<std::uint64_t> played_seed_;  ///< of the hours and of what other engines found
};

}  // namespace verbund::batch
