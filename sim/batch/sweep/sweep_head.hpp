#pragma once

#include "results/outcome/sweep.hpp"
#include "scenarios/study/study.hpp"
#include "sim/batch/sweep/plan.hpp"

namespace verbund::batch {

/// What is known of a sweep before anything is played: study, variants, years, what is varied and how.
[[nodiscard]] outcome::SweepRun sweep_head(const study::StudySet& set, const SweepPlan& plan);

}  // namespace verbund::batch
