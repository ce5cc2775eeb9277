#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "sim/deploy/deployment.hpp"

/// Which ways of the network a variant depends on.
namespace verbund::deploy {

/// Where a route begins.
enum class RouteStart : std::uint8_t { administration, center };

/// What a way is for; one that serves in some year counts as such, even if it stands by in others.
enum class RouteRole : std::uint8_t { serves, backup, replication };

/// A way that a variant depends on, and what for.
struct RouteUse {
    RouteStart start = RouteStart::administration;
    std::size_t from = 0;  ///< index of the administration, or the center's site
    std::size_t to = 0;    ///< site of a center
    RouteRole role = RouteRole::serves;
    friend auto operator<=>(const RouteUse&, const RouteUse&) = default;
};

/// Ways in use in one of the years, each once:
///
/// * from an administration to every center away from home that runs servers of it (serves), and to the
///   nearest backup site of the protected ones where hosts stand by there (backup): where a load spreads,
///   the nearest stands for the others, as in the availability engine;
/// * from every center to all that take its replication (replication).
///
/// Administrations come first, then centers, each by index.
[[nodiscard]] std::vector<RouteUse> routes_in_use(const study::Study& study, const VariantDeployment& variant,
                                                  const std::vector<const Deployment*>& years);

}  // namespace verbund::deploy
