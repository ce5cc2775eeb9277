#pragma once

#include <vector>

/// What merges when clients of a center run the same procedure.
namespace verbund::estate {

/// Servers that each client of a procedure brings and that need not stand twice.
///
/// Of client i's servers n_i the part b_i (`fixed`) is needed whatever its seats, the rest follows them, as
/// in the size law of bodies.  One instance for all clients needs max b + sum (n_i - b_i) in place of sum
/// n_i; where the center runs the procedure already for others, the part `run_already` of max b stands there
/// too:
///     away = s (sum b - (1 - a) max b),  s = shared_share, a = run_already, both 0 to 1,
/// spread over the clients by b_i.  One client alone (a = 0) brings all.  Neglects licences, and that clients
/// may keep different releases.  Source: assumption (A); the size law's base, see README.md.
[[nodiscard]] std::vector<double> merged_away(const std::vector<double>& fixed, double shared_share,
                                              double run_already);

/// Whole numbers with the given sum, each near its quota and at most its cap: the quotas rounded down, what
/// is left one by one to the largest remainder; ties to the lower index, so callers order by content.
///
/// Throws `std::invalid_argument` where the caps sum to less than `total`.
[[nodiscard]] std::vector<int> round_within(const std::vector<double>& quotas, const std::vector<int>& caps,
                                            int total);

}  // namespace verbund::estate
