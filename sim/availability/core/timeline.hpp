#pragma once

#include <cstdint>
#include <vector>

#include "sim/availability/core/partition.hpp"

/// When components fail and work again, drawn for a block of years at a time.
namespace verbund::availability {

/// A component fails (`up` false) or works again, in hours after the beginning of its year.
struct ComponentEvent {
    double at_h = 0.0;
    std::uint32_t component = 0;
    bool up = false;
};

/// Years of one block: what happens in each to the components of the part drawn last, and how likely that of
/// all parts drawn is against what was sampled.
struct BlockTimeline {
    std::vector<std::vector<ComponentEvent>> years;  ///< sorted by time, then component
    std::vector<std::vector<double>> weights;        ///< [component][year]; empty = 1 in every year
    /// [component][year]: also drawn at the component's own rate; empty = every year is.
    std::vector<std::vector<bool>> own_rate;
};

/// Draws the components of a part over `years` years.  Each year is a replication of its own, in equilibrium:
///
/// * a component is down when the year begins with probability q = lambda r / (1 + lambda r) (r = mean
///   repair), having failed before time 0, and comes back after what is left of that repair;
/// * it fails at rate lambda while it works, up to the year's end; repairs run on beyond it.
///
/// Years without any event, probability (1 - q) exp(-lambda T), are skipped in one geometric step, so cost
/// grows with events, not with components x years.  A component sampled at lambda' instead of lambda gets
/// for each year the likelihood ratio of its initial state, of its n failures (lambda / lambda')^n and of
/// its working time exp(-(lambda - lambda') t_up).  Of these years each is kept for what is told of single
/// outages (`own_rate`) with its ratio over that of a year without event, the largest there is: what is kept
/// is distributed as if sampled at lambda (von Neumann's rejection).  Numbers come from a stream named after
/// the component and the block, so that neither threads nor other components change them.
void draw_block(const System& system, const PartContent& part, std::uint64_t seed, std::size_t block,
                std::size_t years, BlockTimeline& timeline);

}  // namespace verbund::availability
