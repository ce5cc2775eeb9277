#pragma once

#include <optional>
#include <vector>

#include "models/network/risk_graph.hpp"

/// Exact choice of two paths where ducts bind: a mixed-integer model, solved by coin-or CBC.
namespace verbund::network {

/// Two labelled paths p = 1, 2 with binary arc flows x_p, and y_d = 1 if duct d is path 1's, 0 if path 2's:
///
///   min sum_e c_e (x_1e + x_2e)
///   each x_p carries one unit from a to b;  sum_p x_p(into v) <= limit of v;  sum_p x_pe <= limit of e;
///   x_1e <= y_d + z_d,  x_2e <= 1 - y_d + z_d  for every link e in every duct d.
///
/// z_d = 1 where both use the duct; sum_d z_d <= `shared`, which is 0 for a disjoint pair.  Source of the
/// formulation: Hu, Diverse routing in optical mesh networks, IEEE Trans. Comm. 51(3), 2003, with one
/// variable per duct instead of two.
struct DuctProblem {
    std::size_t a = 0;
    std::size_t b = 0;
    UseLimits limits;                       ///< 2 for what both must use
    std::vector<std::size_t> ducts;         ///< that at most one of the two may use
    int shared = 0;                         ///< how many of them both may use nevertheless
    std::optional<std::size_t> of_first{};  ///< a duct closed to path 2: tells the labels apart if shared = 0
    PathCost below = no_path;               ///< only pairs cheaper than this are looked for
};

struct DuctSolution {
    std::optional<LinkPaths> paths;  ///< the cheaper one first; none: there is none, if proven
    bool proven = true;              ///< false: stopped at the limit of search nodes
};

/// The cheapest pair.
[[nodiscard]] DuctSolution solve(const RiskGraph& graph, const DuctProblem& problem, int search_nodes);

}  // namespace verbund::network
