#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "sim/availability/core/system.hpp"
#include "sim/availability/core/tally.hpp"

/// Many years of a repairable system.
namespace verbund::availability {

/// How many years are simulated, with which numbers.
struct MonteCarlo {
    std::uint64_t seed = 1;
    std::size_t years = 10'000;
    int jobs = 0;  ///< threads at most; 0 = as many as oneTBB has
};

/// Simulates years of the system, each a replication of its own in equilibrium (timeline.hpp), and returns an
/// estimate per report, then one per sum.  The result does not depend on `jobs`: years come in blocks of
/// fixed size, whose random numbers are named by component and block and whose sums are added in a fixed
/// tree.  An outage that runs beyond its year counts in full for the lengths and up to the year's end for the
/// downtime; for what is left of it nothing new fails.
///
/// Variance reduction: importance sampling of rare components.  A component with `sampled_per_year` fails at
/// that rate; each outage of a service counts with the product of the likelihood ratios, over the whole year,
/// of those rare components on which this service depends, and of no others.  Unbiased: a service's downtime
/// depends on nothing else, and every ratio has mean 1.  That keeps weights near 1 however many rare
/// components the system has elsewhere.  Sound while the sampled rates a service depends on sum to well below
/// one per year.  Source: Heidelberger, Fast simulation of rare events in queueing and reliability models,
/// ACM TOMACS 5(1), 1995 (failure biasing).
///
/// Checked by tests/validation/availability_closed_forms.cpp.
[[nodiscard]] std::vector<Estimate> simulate(const System& system, const MonteCarlo& settings);

}  // namespace verbund::availability
