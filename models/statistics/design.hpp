#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

/// Where to draw: points of the unit cube, and what their outcomes say of each coordinate.
namespace verbund::statistics {

/// How points are laid out.
enum class Sequence {
    sobol,            ///< low-discrepancy, with a random digital shift
    latin_hypercube,  ///< one point in each of n slices of every coordinate
    random,           ///< independent
    one_at_a_time     ///< no draws: each coordinate at its two ends while the others stay in the middle
};

/// A point: one number in (0, 1) for each coordinate.
using Point = std::vector<double>;

/// `count` points in `dimensions` coordinates, uniform in (0, 1) each.
///
/// The first points of a Sobol sequence do not depend on `count`; those of a Latin hypercube do.  Source:
/// Joe and Kuo, Constructing Sobol sequences with better two-dimensional projections, SIAM J. Sci. Comput.
/// 30(5), 2008 (Boost.Random's direction numbers); shift: Owen, Randomly permuted (t,m,s)-nets, 1995, in its
/// simplest form; McKay, Beckman and Conover, A comparison of three methods for selecting values of input
/// variables, Technometrics 21(2), 1979.  Throws `std::invalid_argument` beyond 1,000 coordinates.
[[nodiscard]] std::vector<Point> design(Sequence sequence, std::size_t count, std::size_t dimensions,
                                        std::uint64_t seed);

/// The middle, then for each coordinate the middle with that one at `low` and at `high`; what
/// `Sequence::one_at_a_time` means.
[[nodiscard]] std::vector<Point> one_at_a_time(const Point& middle, const Point& low, const Point& high);

/// Points for variance-based sensitivity: n points A, n points B, and for each of k coordinates n points that
/// are A with that coordinate from B; in this order.
///
/// Source: Saltelli et al., Variance based sensitivity analysis of model output, Computer Physics
/// Communications 181, 2010.
[[nodiscard]] std::vector<Point> sensitivity_design(Sequence sequence, std::size_t count,
                                                    std::size_t dimensions, std::uint64_t seed);

}  // namespace verbund::statistics
