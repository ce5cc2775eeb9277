#include "sim/batch/route_words.hpp"

#include "results/outcome/place_name.hpp"
#include "sim/deploy/route_pairs.hpp"

namespace verbund::batch {

RouteWords::RouteWords(const network::Topology& topology, const outcome::Run& run) : topology_{&topology} {
    for (const auto* places : {&run.centers, &run.administrations}) {
        for (const outcome::NamedPlace& place : *places) {
            if (!place.name.empty()) names_.emplace(place.id, outcome::full_name(place));
        }
    }
}

std::string RouteWords::operator()(const network::DisjointPaths& paths, std::size_t from, std::size_t to,
                                   network::Language language) const {
    if (deploy::share_nothing(paths)) return {};
    return network::describe(paths, *topology_, from, to, names(), language);
}

network::NetworkNames RouteWords::names() const {
    network::NetworkNames names = network::names_by_id(*topology_);
    names.node = [this](std::size_t node) {
        const std::string& id = topology_->nodes.at(node).id;
        const auto named = names_.find(id);
        return named == names_.end() ? id : named->second;
    };
    return names;
}

}  // namespace verbund::batch
