#pragma once

#include <map>
#include <string>
#include <vector>

#include "models/network/topology.hpp"
#include "sim/deploy/deployment.hpp"

/// Names for streams of random numbers that no id, no order and no file decides: what has another label draws
/// the same numbers, in every variant where it stands at the same place.
namespace verbund::deploy {

/// "<latitude>,<longitude>", to a metre; what shares a place is numbered in the order of its content, from
/// the second on: "51.20000,6.70000#2".
[[nodiscard]] StreamNames stream_names(const std::vector<study::ResolvedAdministration>& administrations,
                                       const std::vector<Site>& sites);

/// The same for a network.
struct NetworkNames {
    std::vector<std::string> nodes;            ///< place and kind
    std::vector<std::string> links;            ///< "<place>--<place>", either way round
    std::map<std::string, std::string> ducts;  ///< [id], by the links that lie in it
};

/// Of links between the same places the shorter comes first, then the one that carries less; of nodes at one
/// place and of one kind they are told apart by their links, ducts with the same links by their length.  What
/// is alike in all that goes by its index.
[[nodiscard]] NetworkNames network_names(const network::Topology& topology);

}  // namespace verbund::deploy
