#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>

#include "models/network/disjoint.hpp"

/// What a pair of paths shares, as a sentence for planners.
namespace verbund::network {

enum class Language { german, english };

/// How nodes and links are called; ducts go by their ids.
struct NetworkNames {
    std::function<std::string(std::size_t)> node;
    std::function<std::string(std::size_t)> link;
};
/// The ids of the network.  It must outlive the names.
[[nodiscard]] NetworkNames names_by_id(const Topology& topology);

/// The link that a hangs on, where it explains all that the pair of paths from a shares; else nothing.
[[nodiscard]] std::optional<std::size_t> only_access_link(const DisjointPaths& paths,
                                                          const Topology& topology, std::size_t a);

/// One sentence without a full stop, e.g. "both routes of Haan to rz-1 use duct D7 between X and Y", for the
/// answer `paths` of `disjoint_paths` from a to b.  Of the shared things it names those that explain the
/// rest: not the ducts of a shared link, nor the nodes at its ends.
[[nodiscard]] std::string describe(const DisjointPaths& paths, const Topology& topology, std::size_t a,
                                   std::size_t b, const NetworkNames& names, Language language);

}  // namespace verbund::network
