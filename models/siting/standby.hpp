#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "models/siting/shortlist.hpp"

/// What the standby of a primary needs, and what a candidate can hold.
namespace verbund::siting {

/// Within the limit but for rounding.
[[nodiscard]] bool fits(double need, std::optional<double> limit);

/// The candidate may back up the primary and can hold its standby alone.
[[nodiscard]] bool usable(const SitingProblem& problem, std::size_t primary, std::size_t candidate);

/// Candidates that are usable for some primary, ascending.
[[nodiscard]] std::vector<std::size_t> usable_candidates(const SitingProblem& problem);

}  // namespace verbund::siting
