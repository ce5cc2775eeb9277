#pragma once

#include <optional>
#include <string>

#include "results/outcome/break_even.hpp"
#include "scenarios/study/study.hpp"
#include "sim/batch/next_engine.hpp"

/// At which value of a figure the order of two variants turns.
namespace verbund::batch {

/// A figure and the ends between which it is moved, as texts with their unit.
struct FigureRange {
    std::string key;  ///< as `sweep:` names it
    std::optional<std::string> low{};
    std::optional<std::string> high{};  ///< without both: the ends of the default or price itself
};

/// "estate.growth.compute=0 %/a..12 %/a", or the key alone.
[[nodiscard]] FigureRange figure_range(const std::string& text);

/// Moves one figure in equal steps between its ends, plays every variant's annual engine at each, and
/// searches by bisection where two variants that serve the same people need the same over the horizon: cost,
/// energy and CO2.
///
/// Valid as the plays are; deployments change in whole hosts, so the sums are steps and an order can turn
/// more than once: every turn that the steps show is told, one between two steps that turns back is not seen.
/// The place of a turn is known to 1/500 of the range.  Throws `InvalidInput` for a figure that cannot be
/// varied, or one without ends.
[[nodiscard]] outcome::BreakEven break_even(const study::StudySet& set, const FigureRange& range,
                                            const Progress& progress);

}  // namespace verbund::batch
