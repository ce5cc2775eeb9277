#pragma once

#include "results/outcome/sweep.hpp"
#include "scenarios/study/study.hpp"
#include "sim/batch/next_engine.hpp"

namespace verbund::batch {

/// How sure the annual engine's answer is: a sweep of every default and price between its low and high end,
/// with as many draws as tell what makes it unsure (some seventy), analysed.  Leaves no file behind.  Throws
/// as `run_study`.
[[nodiscard]] outcome::SweepRun quick_uncertainty(const study::StudySet& set, int jobs,
                                                  const Progress& progress);

}  // namespace verbund::batch
