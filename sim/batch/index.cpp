#include "sim/batch/index.hpp"

namespace verbund::batch {
namespace {

std::string role_name(study::CenterRole role) {
    switch (role) {
        case study::CenterRole::own: return "own";
        case study::CenterRole::provider: return "provider";
        case study::CenterRole::shared: break;
    }
    return "shared";
}

}  // namespace

std::size_t RunIndex::place(std::map<std::string, std::size_t>& known, std::vector<outcome::NamedPlace>& list,
                            outcome::NamedPlace what) {
    const auto [entry, added] = known.try_emplace(what.id, list.size());
    if (added) list.push_back(std::move(what));
    return entry->second;
}

VariantIndex RunIndex::add(const deploy::VariantDeployment& variant) {
    VariantIndex index;
    for (const deploy::Site& site : variant.sites) {
        if (site.center == nullptr) break;
        index.center.push_back(place(centers_, run_.centers,
                                     {site.id, site.name, site.at.latitude, site.at.longitude,
                                      role_name(site.center->role)}));
    }
    for (const study::ResolvedAdministration& a : variant.administrations) {
        index.administration.push_back(place(administrations_, run_.administrations,
                                             {a.id, a.name, a.at.latitude, a.at.longitude, a.kind}));
    }
    return index;
}

std::vector<std::size_t> RunIndex::add_links(const network::Topology& topology) {
    std::vector<std::size_t> index;
    for (const network::Link& link : topology.links) {
        const auto [entry, added] = links_.try_emplace(link.id, run_.links.size());
        if (added) {
            run_.links.push_back({link.id, topology.nodes[link.from].id, topology.nodes[link.to].id,
                                  link.route.in(kilometre), topology.synthetic});
        }
        index.push_back(entry->second);
    }
    return index;
}

}  // namespace verbund::batch
