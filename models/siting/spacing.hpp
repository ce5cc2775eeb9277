#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "models/siting/shortlist.hpp"

/// The rule which candidates may be chosen together.
namespace verbund::siting {

/// Sets of `candidates` of which no two may both be chosen; every forbidden pair is in one of them.
///
/// Greedy, each set as large as it gets: a row "at most one of the set" bounds the relaxed model tighter than
/// a row per pair.
[[nodiscard]] std::vector<std::vector<std::size_t>> conflict_sets(const SitingProblem& problem,
                                                                  const std::vector<std::size_t>& candidates);

/// Size of the largest set of `candidates` that may all be chosen, counted up to `enough`.  Empty: the search
/// stopped at its limit.
[[nodiscard]] std::optional<std::size_t> largest_compatible(const SitingProblem& problem,
                                                            const std::vector<std::size_t>& candidates,
                                                            std::size_t enough, const SitingOptions& options);

}  // namespace verbund::siting
