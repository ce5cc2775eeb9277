#pragma once

#include <map>
#include <string>

#include "models/network/disjoint_words.hpp"
#include "results/outcome/outcome.hpp"

namespace verbund::batch {

/// What prevents two separate routes, with the names of the run's centers and administrations.
class RouteWords {
public:
    /// The topology must outlive it.
    RouteWords(const network::Topology& topology, const outcome::Run& run);

    /// See `network::describe`; empty where nothing is shared.
    [[nodiscard]] std::string operator()(const network::DisjointPaths& paths, std::size_t from,
                                         std::size_t to, network::Language language) const;

private:
    [[nodiscard]] network::NetworkNames names() const;

    const network::Topology* topology_;
    std::map<std::string, std::string> names_;  ///< by id
};

}  // namespace verbund::batch
