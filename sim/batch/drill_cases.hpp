#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "results/outcome/outcome.hpp"
#include "scenarios/study/study.hpp"
#include "sim/batch/event_cases.hpp"

/// Failures on purpose asked for on the command line, or every single one.
namespace verbund::batch {

/// What is to fail, in which variant and year.
struct DrillOrder {
    std::string variant;             ///< empty: the study's first
    std::optional<int> year;         ///< default: `study::drill_year`
    bool all_single = false;         ///< every failure of one thing; `drill.fail` is not looked at
    std::vector<std::string> kinds;  ///< of single failures, e.g. "center"; empty: all
    /// Told how many access lines are left out of the single failures, if any are.
    std::function<void(std::size_t)> left_out;
    study::Drill drill;
};

/// A run that holds the names and drills of one variant, and nothing of the other engines; drills in the
/// order of the failures.  Throws `InvalidInput` for an unknown variant, a year outside the horizon, a thing
/// or kind that does not exist.
[[nodiscard]] outcome::Run run_drills(const study::StudySet& stated, const DrillOrder& order,
                                      const EventOptions& options, const Progress& progress);

}  // namespace verbund::batch
