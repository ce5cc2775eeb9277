#pragma once

#include <span>

/// Availabilities that need no simulation; independent components in equilibrium unless said otherwise.
namespace verbund::availability {

/// 1 / (1 + lambda r): working share of a component with failure rate lambda while it works and mean repair
/// r.
[[nodiscard]] double component_availability(double failures_per_year, double mean_repair_h);

/// Product of all.
[[nodiscard]] double series_availability(std::span<const double> parts);
/// 1 - product of all unavailabilities.
[[nodiscard]] double parallel_availability(std::span<const double> parts);
/// At least k of n alike: sum over i >= k of C(n, i) a^i (1 - a)^(n - i).
[[nodiscard]] double at_least_availability(int k, int n, double availability);

/// n alike in parallel of which a share beta of the failures takes all at once (beta-factor model): the
/// parallel system of components at rate (1 - beta) lambda, in series with one component at rate beta lambda.
/// Source: Fleming, A reliability model for common mode failures, 1974.
[[nodiscard]] double parallel_with_common_cause(int n, double failures_per_year, double mean_repair_h,
                                                double beta);

/// Two alike in parallel, exponential repair by one crew: with rho = lambda r the states 0, 1, 2 down have
/// weights 1, 2 rho, 2 rho^2, so A = 1 - 2 rho^2 / (1 + 2 rho + 2 rho^2).
[[nodiscard]] double pair_with_shared_repair(double failures_per_year, double mean_repair_h);

/// Two paths of two links each, joined in the middle by a fifth; all with availability p:
/// R(p) = 2 p^2 + 2 p^3 - 5 p^4 + 2 p^5.
[[nodiscard]] double bridge_availability(double p);

}  // namespace verbund::availability
