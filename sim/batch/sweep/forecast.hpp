#pragma once

#include <cstddef>

#include "scenarios/study/study.hpp"
#include "sim/batch/next_engine.hpp"
#include "sim/batch/sweep/case_player.hpp"
#include "sim/batch/sweep/chunks.hpp"
#include "sim/batch/sweep/plan.hpp"

/// How long a sweep takes.
namespace verbund::batch {

/// Seconds of a case by a player that has not played it: with its deployment and, if `again`, once more with
/// what it shares with the case before it.  Throws as `CasePlayer::play`.
[[nodiscard]] PlayCost measured_cost(CasePlayer& player, const SweepPlan& plan, std::size_t number,
                                     bool again);

/// What there is to do.
struct Forecast {
    std::size_t plays = 0;
    std::size_t deployments = 0;
    double seconds = 0.0;    ///< on one core, on this machine
    double memory_mb = 0.0;  ///< of a child that plays, the largest; what it shares with the others included
};

/// Plays the first case of each variant twice, in a child process as the runner has them.  Throws `RunFailed`
/// for one that gives no outcome, with the reason.
[[nodiscard]] Forecast forecast(const study::StudySet& set, const SweepPlan& plan, const Progress& progress);

}  // namespace verbund::batch
