#pragma once

#include "results/outcome/sweep.hpp"

namespace verbund::batch {

/// Notes in `without_effect` which listed keys, and of a design for sensitivity which groups, change no
/// outcome of any variant: cases that differ in nothing else are compared.
void find_without_effect(outcome::SweepRun& run);

}  // namespace verbund::batch
