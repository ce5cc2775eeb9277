#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <vector>

#include "models/base/resource.hpp"

/// Which candidate places are worth simulating as backup sites: exact best choices under additive costs.
namespace verbund::siting {

/// Resources of a backup site by which candidates are chosen.
inline constexpr std::array compared{Resource::it_power, Resource::racks, Resource::storage};

/// What a backup of one primary must hold after its loss.
struct SitePrimary {
    BySiteResource<double> need;  ///< of what is `compared`
    double workplaces = 1.0;      ///< weight of its failover latency; positive
};

/// A place that may become a backup site.
struct SiteCandidate {
    double fixed_eur = 0.0;                         ///< per year, whatever the site holds
    BySiteResource<std::optional<double>> limit{};  ///< of what it can hold; empty: none
};

/// A candidate as backup of a primary.
struct SitePair {
    bool allowed = true;       ///< by distance, hazard, network ...
    double cost_eur = 0.0;     ///< per year, of the standby and its link
    double failover_ms = 0.0;  ///< round trip of the primary's users while the candidate serves them
};

/// Primaries, candidates and what each pairing costs.
struct SitingProblem {
    std::vector<SitePrimary> primaries;
    std::vector<SiteCandidate> candidates;
    std::vector<std::vector<SitePair>> pairs;  ///< [primary][candidate]
    /// [candidate][candidate] may both be chosen: symmetric; empty: all may.
    std::vector<std::vector<bool>> compatible{};
    int sites = 1;                ///< so many are chosen exactly
    bool shared_standby = false;  ///< a site holds enough for any one of its primaries, else for all at once
};

/// What the shortlist is ordered by.
enum class SitingGoal {
    cost,    ///< fixed costs of the sites and costs of the pairs
    latency  ///< failover latency, weighted by workplaces
};

/// How long the search may take.
struct SitingOptions {
    int search_nodes = 5000;  ///< of the search tree, per choice
};

/// A set of sites and what they hold.
struct SiteChoice {
    std::vector<std::size_t> sites;               ///< candidates, ascending
    std::vector<std::size_t> backup_of;           ///< [primary] the candidate that takes over
    std::vector<std::vector<std::size_t>> holds;  ///< [position in `sites`] primaries whose standby it holds
    double cost_eur = 0.0;                        ///< per year
    double failover_ms = 0.0;                     ///< mean of the primaries, weighted by workplaces
    bool proven = true;  ///< false: the search stopped at its limit, a better choice may exist

    friend bool operator==(const SiteChoice&, const SiteChoice&) = default;
};

/// The `count` best choices for a goal, best first: different sets of sites, each with its best assignment.
///
/// y_j = 1 if candidate j is chosen, h_pj = 1 if it holds primary p's standby, f_pj = 1 if it takes over:
///
///   min sum_j fixed_j y_j + sum_pj cost_pj h_pj    or    min sum_pj workplaces_p failover_pj f_pj
///   sum_j y_j = sites;  sum_j f_pj = 1;  f_pj <= h_pj <= y_j;  y_j <= sum_p h_pj;
///   h_pj = 0 where not allowed;  y_i + y_j <= 1 where not compatible;
///   per site and resource: sum_p need_p h_pj <= limit_j, or need_p h_pj <= limit_j for each p if shared.
///
/// With as many primaries as sites or more, each primary has one standby (h = f) and every site serves at
/// least one.  With fewer, sites hold further copies: every site holds at least one primary's, all count in
/// cost and capacity, and a primary fails over to the nearest of its copies (ties: cheaper, then lower
/// index).
///
/// The next best follow by excluding the sets found (sum of y over a set <= sites - 1).  Ties of a goal
/// (differences below about 1e-6 of its greatest coefficient) go to what is better in the other.  Empty if
/// there is none, or none was found within the limit; `explain_infeasible` tells which.  Throws
/// std::invalid_argument if sizes do not match.
[[nodiscard]] std::vector<SiteChoice> best_choices(const SitingProblem& problem, SitingGoal goal,
                                                   std::size_t count, const SitingOptions& options = {});

/// Best choices by cost (half of `count`, rounded up), then by latency those not yet listed; at most `count`.
/// From two on it contains the best of each goal.
[[nodiscard]] std::vector<SiteChoice> shortlist(const SitingProblem& problem, std::size_t count,
                                                const SitingOptions& options = {});

}  // namespace verbund::siting
