#include "sim/batch/index.hpp"

#include "sim/deploy/sites.hpp"

namespace verbund::batch {
namespace {

std::string role_name(study::CenterRole role) {
    switch (role) {
        case study::CenterRole::own:
            return "own";
        case study::CenterRole::provider:
            return "provider";
        case study::CenterRole::shared:
            break;
    }
    return "shared";
}

}  // namespace

VariantPlaces places_of(const deploy::VariantDeployment& variant) {
    VariantPlaces places;
    for (std::size_t s = 0; s < deploy::center_count(variant.sites); ++s) {
        const deploy::Site& site = variant.sites[s];
        places.centers.push_back(
            {site.id, site.name, site.at.latitude, site.at.longitude, role_name(site.center->role)});
    }
    for (const study::ResolvedAdministration& a : variant.administrations)
        places.administrations.push_back({a.id, a.name, a.at.latitude, a.at.longitude, a.kind});
    return places;
}

std::size_t RunIndex::place(std::map<std::string, std::size_t>& known, std::vector<outcome::NamedPlace>& list,
                            outcome::NamedPlace what) {
    const auto [entry, added] = known.try_emplace(what.id, list.size());
    if (added) list.push_back(std::move(what));
    return entry->second;
}

VariantIndex RunIndex::add(const VariantPlaces& places) {
    VariantIndex index;
    for (const outcome::NamedPlace& center : places.centers)
        index.center.push_back(place(centers_, run_.centers, center));
    for (const outcome::NamedPlace& a : places.administrations)
        index.administration.push_back(place(administrations_, run_.administrations, a));
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
