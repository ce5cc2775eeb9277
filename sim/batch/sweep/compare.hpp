#pragma once

#include <string>
#include <vector>

#include "results/outcome/sweep_comparison.hpp"
#include "results/store/read_sweep.hpp"

namespace verbund::batch {

/// A sweep's file and how its variants are told apart from those of others.
struct LabelledSweep {
    std::string label;
    const store::SweepFile* file = nullptr;
};

/// Compares every variant with the base: by what the sweep compares variants by (cost, energy, CO2 ... over
/// the horizon), in how many of the draws it needs less, and how far apart the two are.
///
/// Two cannot be told apart unless their order is the same in nine draws of ten.  Draws of a design for
/// sensitivity share values with each other; only its two independent sets count.  Of files whose draws are
/// not the same, up to 2,000 draws of each meet all of the other's; the interval of the share is then that
/// of as many draws as the smaller has.  `base` is a label or an id, the first variant where it is empty.
/// Throws `RunFailed` when nothing is drawn, values are listed, or there is no such variant.
[[nodiscard]] outcome::SweepComparison compare_sweeps(const std::vector<LabelledSweep>& sweeps,
                                                      const std::string& base);

}  // namespace verbund::batch
