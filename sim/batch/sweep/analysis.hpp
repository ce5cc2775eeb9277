#pragma once

#include "results/outcome/sweep.hpp"

namespace verbund::batch {

/// What the draws of a sweep say together: the bands of every outcome, how much of the spread of the main
/// ones each group of figures carries, how often a limit is exceeded, a rule missed or a variant best, and
/// how often one of two variants needs less than the other, which are compared in the same draws.
///
/// Variants are held against each other where they serve the same administrations and workplaces.  Sums over
/// the horizon stand under year 0.  Draws without an outcome are left out; where one is missing, no
/// sensitivity can be told.  Without draws there is nothing to say.
void analyse(outcome::SweepRun& run);

}  // namespace verbund::batch
