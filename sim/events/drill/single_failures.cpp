#include "sim/events/drill/single_failures.hpp"

#include <algorithm>
#include <set>
#include <utility>

#include <fmt/format.h>

#include "models/network/bundles.hpp"
#include "sim/events/world/route.hpp"

namespace verbund::events {
namespace {

using continuity::FailureKindFacts;
using continuity::NamedThing;

/// Links on the way of somebody to servers, or of copies to a backup site; in the order of the network.
std::set<std::size_t> carrying_links(const deploy::WorldYear& input) {
    std::set<std::pair<std::size_t, std::size_t>> ways;  // node, site
    for (std::size_t a = 0; a < input.year().administrations.size(); ++a) {
        const deploy::AdministrationDeployment& administration = input.year().administrations[a];
        for (const deploy::Part& part : administration.parts)
            if (part.site != administration.home)
                ways.emplace(input.network().administration_node[a], part.site);
    }
    for (const deploy::Replication& r : input.year().replications)
        ways.emplace(input.network().site_node[r.primary], r.backup);
    const network::Bundles bundles{input.network().topology};
    std::set<std::size_t> links;
    for (const auto& [node, site] : ways) {
        const std::vector<std::size_t> path = network::path_links(input.network().trees.at(site), node);
        for (const std::size_t l : path) {
            const std::vector<std::size_t>& beside = bundles.beside(l);
            links.insert(beside.begin(), beside.end());
        }
    }
    return links;
}

/// The centers that run or hold anything.
std::vector<std::size_t> centers_in_operation(const deploy::WorldYear& input) {
    std::vector<std::size_t> centers;
    for (std::size_t s = 0; s < input.variant().sites.size(); ++s) {
        const bool center = input.variant().sites[s].center != nullptr;
        if (center && input.year().sites[s].in_operation) centers.push_back(s);
    }
    return centers;
}

/// All rooms of a center; one where the failure is of a part of a room, since one stands for all.
std::vector<std::string> rooms_of(const deploy::WorldYear& input, std::size_t center, bool whole) {
    std::vector<std::string> names = room_names(input, center);
    if (!whole) names.resize(1);
    for (std::string& name : names) name = fmt::format("{}/{}", input.variant().sites[center].id, name);
    return names;
}

std::vector<std::string> names_at_centers(const FailureKindFacts& kind, const deploy::WorldYear& input) {
    std::vector<std::string> names;
    for (const std::size_t center : centers_in_operation(input)) {
        if (kind.named == NamedThing::site) {
            names.push_back(input.variant().sites[center].id);
            continue;
        }
        const bool whole = kind.hosts == continuity::HostsHit::room;
        for (std::string& room : rooms_of(input, center, whole)) names.push_back(std::move(room));
    }
    return names;
}

std::vector<std::string> names_of_links(const deploy::WorldYear& input, const std::set<std::size_t>& carrying,
                                        bool access_lines) {
    std::vector<std::string> names;
    for (const std::size_t l : carrying) {
        const network::Link& link = input.network().topology.links[l];
        if (access_lines || !link.access) names.push_back(link.id);
    }
    return names;
}

std::vector<std::string> names_of_ducts(const deploy::WorldYear& input,
                                        const std::set<std::size_t>& carrying) {
    std::set<std::string> names;
    for (const std::size_t l : carrying) {
        const std::vector<std::string>& ducts = input.network().topology.links[l].ducts;
        names.insert(ducts.begin(), ducts.end());
    }
    return {names.begin(), names.end()};
}

}  // namespace

SingleFailures all_single_failures(const deploy::WorldYear& input, const std::vector<FailureKind>& asked,
                                   std::size_t most) {
    const std::set<std::size_t> carrying = carrying_links(input);
    const auto access_lines =
        static_cast<std::size_t>(std::count_if(carrying.begin(), carrying.end(), [&](std::size_t l) {
            return input.network().topology.links[l].access;
        }));
    SingleFailures all;
    if (asked.empty() && access_lines > most) all.access_lines_left_out = access_lines;
    const auto names_of = [&](const FailureKindFacts& kind) {
        switch (kind.named) {
            case NamedThing::link:
                return names_of_links(input, carrying, all.access_lines_left_out == 0);
            case NamedThing::duct:
                return names_of_ducts(input, carrying);
            case NamedThing::site:
            case NamedThing::room:
                break;
        }
        return names_at_centers(kind, input);
    };
    for (const FailureKindFacts& kind : continuity::failure_kinds) {
        if (kind.is_attack()) continue;  // takes all that an operator runs
        if (!asked.empty() && std::find(asked.begin(), asked.end(), kind.kind) == asked.end()) continue;
        for (const std::string& name : names_of(kind))
            all.targets.push_back(parse_target(fmt::format("{}:{}", kind.word, name), input));
    }
    return all;
}

}  // namespace verbund::events
