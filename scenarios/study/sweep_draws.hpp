#pragma once

#include <string>
#include <vector>

#include "models/statistics/distribution.hpp"
#include "scenarios/study/study.hpp"
#include "scenarios/study/sweep.hpp"

/// What a sweep draws: which keys, which of them together, and what a draw makes of each.
namespace verbund::study {

/// Where a key holds.
enum class KeyReach {
    stated,   ///< in every variant that does not state it by itself
    defaults  ///< in every variant where nothing is stated
};

/// A key whose value is drawn.
struct DrawnKey {
    std::string key;    ///< "estate.growth.compute", "b:hosts.refresh", "catalog.figures.embodied.host"
    std::string group;  ///< those of one group take the same quantile
    KeyReach reach = KeyReach::stated;
    /// Of a number: from `distribution` in `unit`, to whole ones where only these exist; of words: one of
    /// `words`, by `until`, the cumulated shares.
    statistics::Distribution distribution{};
    std::string unit{};
    bool whole = false;
    std::vector<std::string> words{};
    std::vector<double> until{};

    /// Its value at a quantile in [0, 1]; a normal one has none at the ends.
    [[nodiscard]] std::string text_at(double quantile) const;
    /// Quantile of what it is when nobody varies it: the mode of a triangle, else the middle.
    [[nodiscard]] double middle() const;
    /// Quantile of its low end (the high one is as far from 1): where it has none, the twentieth.
    [[nodiscard]] double low_end() const;
};

/// Keys with a distribution, as listed; then, for `uncertain: catalog`, defaults and figures with a low and a
/// high end: the triangle between them with the default as mode, of words the default in half of all draws.
///
/// Figures that move together are of one of at most twelve groups (`uncertain_group`); a listed key without
/// `group` is one of its own.  Notes what cannot be drawn: no distribution or two of them, numbers that are
/// none, another order than rising, units of different kinds.
[[nodiscard]] std::vector<DrawnKey> drawn_keys(const StudySet& set, const Sweep& sweep,
                                               Diagnostics& mistakes);

/// Names of the groups of drawn keys, in the order of their first key.
[[nodiscard]] std::vector<std::string> groups_of(const std::vector<DrawnKey>& keys);

/// The group of a default or figure by its key.
[[nodiscard]] std::string_view uncertain_group(std::string_view key);

}  // namespace verbund::study
