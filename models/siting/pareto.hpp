#pragma once

#include <vector>

/// Which of several options are worth a look when there are several goals.
namespace verbund::siting {

/// A value to be made small, known within an interval; exact values have low == high, NaN is worst.
struct Goal {
    double low = 0.0;
    double high = 0.0;
};

/// No worse in any goal and better in one: intervals apart are better or worse, overlapping ones equal.
/// Both rows have the same goals.
[[nodiscard]] bool dominates(const std::vector<Goal>& a, const std::vector<Goal>& b);

/// The Pareto front: true for every row [option][goal] that no other dominates.
///
/// With intervals, rows may dominate each other in a circle (overlap is not transitive); then they count as
/// equal, so that the front is never empty: a row is off it if some row dominates it that it does not
/// dominate in turn, directly or over others.  With exact values this is the usual definition.
[[nodiscard]] std::vector<bool> non_dominated(const std::vector<std::vector<Goal>>& goals);

}  // namespace verbund::siting
