#pragma once

#include <cstddef>
#include <vector>

#include "results/outcome/outcome.hpp"

/// How many depend on routes that have something in common.
namespace verbund::report {

/// Those that begin somewhere: each administration or pair of centers counts once.
struct RouteCount {
    std::size_t all = 0;
    std::size_t apart = 0;       ///< share nothing on the way to any of their centers
    std::size_t one_access = 0;  ///< of the others: hang on a single link, which is all that is shared

    [[nodiscard]] std::size_t sharing() const { return all - apart - one_access; }
};

/// Of a variant, by what the routes are for.
struct RouteCounts {
    RouteCount served;      ///< administrations, by their routes to the centers that serve them
    RouteCount backed_up;   ///< administrations, by their routes to backup sites
    RouteCount replicated;  ///< pairs of centers, in whichever direction they copy
};

[[nodiscard]] RouteCounts count_routes(const outcome::Run& run, std::size_t variant);

/// Of the administrations and pairs of centers whose routes share something, each by its first row: those
/// that share more than their access before those that hang on a single link.
[[nodiscard]] std::vector<const outcome::RoutePair*> shared_routes(const outcome::Run& run,
                                                                   std::size_t variant);

}  // namespace verbund::report
