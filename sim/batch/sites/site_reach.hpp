#pragma once

#include <vector>

#include "sim/batch/route_cut_rows.hpp"
#include "sim/batch/sites/site_rows.hpp"

namespace verbund::batch {

/// A primary and one of its backup sites in the simulated year.
struct SitePairYear {
    std::size_t primary = 0;  ///< site index
    std::size_t backup = 0;
    study::ProtectedLoad protects = study::ProtectedLoad::critical;
    double gbit_s = 0.0;
    bool nearest = true;
    bool joined = true;  ///< two routes are laid between them, see `deploy::joined_pairs`
};

/// Pairs of the question's primaries.
[[nodiscard]] std::vector<SitePairYear> pairs_of(const SimulatedChoice& choice);

/// Round trips of every administration to the primary with most of its protected servers and to the nearest
/// backup site of that, and whether two routes to the latter share anything; what they share goes to `cuts`.
[[nodiscard]] std::vector<outcome::SiteReach> reach_of(const SimulatedChoice& choice,
                                                       const std::vector<SitePairYear>& pairs,
                                                       RouteCutRows& cuts);

/// Share of the users' interactions with protected classes that are slower than their class allows once they
/// go to the backup site.
[[nodiscard]] double over_limit_after_failover(const SimulatedChoice& choice,
                                               const std::vector<SitePairYear>& pairs);

}  // namespace verbund::batch
