#pragma once

#include "results/outcome/sweep.hpp"

namespace verbund::batch {

/// What the draws of a sweep say together: the bands of every outcome, how much of the spread of the main
/// ones each group of figures carries, how often a limit is exceeded, a rule missed or a variant best, and
/// how often one of two variants needs less than the other, which are compared in the same draws and with the
/// same random numbers.
///
/// Bands and shares are of the draws that share no values with each other (`SweepRun::independent_draws`) in
/// all their replications, sensitivities of the means over the replications of all draws.  A draw counts once
/// in the interval of a share, however often it is played; without draws each replication does.  Variants are
/// held against each other where they serve the same administrations and workplaces.  What is over the
/// horizon (`OverYears`) stands under year 0.  Draws without an outcome are left out; where one is missing,
/// no sensitivity can be told.  With neither draws nor replications there is nothing to say.
void analyse(outcome::SweepRun& run);

/// Whether two variants can be told apart: one needs less in nine draws of ten, whichever it is.
[[nodiscard]] bool told_apart(double less_share);

}  // namespace verbund::batch
