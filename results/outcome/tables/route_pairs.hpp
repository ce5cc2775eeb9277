#pragma once

#include <cstdint>
#include <string>

#include "results/outcome/not_applicable.hpp"
#include "results/outcome/tables/table.hpp"

namespace verbund::outcome {

/// The cheapest pair of routes that share least, from an administration or a center to a center on which it
/// depends in some year that was simulated; the network is the same in all years.
struct RoutePair {
    std::int32_t variant = 0;
    std::string from_kind;              ///< administration, center
    std::string from;                   ///< its id
    std::string to;                     ///< id of the center
    std::string role;                   ///< serves, backup, replication
    std::string kind;                   ///< disjoint, same-place, one-access, one-route, sharing, unreachable
    double first_ms = not_applicable;   ///< round trip on the shorter route, gateways included
    double second_ms = not_applicable;  ///< on the other; not applicable where there is none
    double first_km = not_applicable;   ///< laid length
    double second_km = not_applicable;
};

/// 0 = the two routes have nothing in common, 1 = only the link on which they begin, 2 = something else.
[[nodiscard]] int badness(const RoutePair& row);

template <>
const Table<RoutePair>& table_of<RoutePair>();

}  // namespace verbund::outcome
