#pragma once

#include <cstdint>
#include <string>

#include "results/outcome/tables/table.hpp"

namespace verbund::outcome {

/// Something that prevents two separate routes between two places.
struct RouteCut {
    std::int32_t variant = 0;
    std::string from;  ///< id of the place where the routes begin
    std::string to;    ///< id of the center where they end
    /// access: the only link on which `from` hangs; one-route: there is no second one; unreachable: there is
    /// none; node, link, duct: both routes use it
    std::string kind;
    std::string thing;  ///< id of the node, link or duct
    std::string end_a;  ///< ends of the link, or of that in which the first route runs through the duct
    std::string end_b;
    std::string other_a;  ///< the same of the second route, where it runs through the duct elsewhere
    std::string other_b;
    bool separates = true;  ///< its loss alone leaves no route; false: another pair of routes avoids it
    bool proven = true;     ///< false: the search stopped early, a better pair may exist
};

template <>
const Table<RouteCut>& table_of<RouteCut>();

}  // namespace verbund::outcome
