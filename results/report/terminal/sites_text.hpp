#pragma once

#include <string>

#include "results/outcome/outcome.hpp"
#include "results/report/style.hpp"

namespace verbund::report {

/// What `verbund sites` shows: which choice of backup sites comes first and why, all choices by rank, what
/// speaks against those that are not plainly suitable, which candidates were not simulated, how far the model
/// of the shortlist is from the simulation, and how to read all this.  Empty when no sites were compared.
[[nodiscard]] std::string sites_text(const outcome::Run& run, const Style& style);

}  // namespace verbund::report
