#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "models/network/disjoint.hpp"

/// What prevents two separate routes, for planners: of the things that a pair of paths shares, those that
/// explain the rest.
namespace verbund::network {

/// Something that two nodes' paths share, and that explains the rest of it.
struct RouteCut {
    enum class Kind {
        access,       ///< the only link on which a hangs; it explains all that is shared
        one_route,    ///< there is no second route at all
        unreachable,  ///< there is no route
        node,
        link,
        duct,
    };
    Kind kind = Kind::node;
    std::size_t index = 0;        ///< of the node, or of the link (access, link)
    std::string duct;             ///< its id
    std::size_t first_link = 0;   ///< where the first path runs through the duct,
    std::size_t second_link = 0;  ///< and the second
    bool separates = true;        ///< its loss alone leaves no route

    friend bool operator==(const RouteCut&, const RouteCut&) = default;
};

/// The link that a hangs on, where it explains all that the pair of paths from a shares; else nothing.
[[nodiscard]] std::optional<std::size_t> only_access_link(const DisjointPaths& paths,
                                                          const Topology& topology, std::size_t a);

/// What prevents two separate routes in the answer `paths` of `disjoint_paths` from a, in the order of the
/// first path; empty where nothing does.  Left out is what a cut explains: the ducts of a shared link, and
/// the nodes at its ends.
[[nodiscard]] std::vector<RouteCut> route_cuts(const DisjointPaths& paths, const Topology& topology,
                                               std::size_t a);

}  // namespace verbund::network
