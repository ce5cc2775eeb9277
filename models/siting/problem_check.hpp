#pragma once

#include "models/siting/shortlist.hpp"

namespace verbund::siting {

/// Throws std::invalid_argument unless all sizes match, there is a primary and `sites` is positive.
void check(const SitingProblem& problem);

}  // namespace verbund::siting
