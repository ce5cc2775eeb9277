#pragma once

#include <string>

#include "results/report/comparison.hpp"
#include "results/report/score_card.hpp"
#include "results/report/style.hpp"

/// Variants side by side, as a table for a terminal.
namespace verbund::report {

/// Figures as rows, variants as columns, each with
/// its difference to the base below, absolute and in percent. Columns that do not fit the width follow in
/// further blocks, the base again first.
[[nodiscard]] std::string compare_text(const Comparison& comparison, const Style& style);

/// Variants as rows, the highest sum first, criteria with their shares as columns with points and value; what
/// the order hangs on, and who is not scored.
[[nodiscard]] std::string score_text(const ScoreCard& card, const Style& style);

}  // namespace verbund::report
