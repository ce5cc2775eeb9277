#include "sim/deploy/stream_names.hpp"

#include <algorithm>
#include <numeric>
#include <tuple>
#include <utility>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "sim/deploy/sites.hpp"

namespace verbund::deploy {
namespace {

using Order = std::vector<std::size_t>;

std::string place_name(Place at) { return fmt::format("{:.5f},{:.5f}", at.latitude, at.longitude); }

/// Numbers equal names from the second on, in that order.
std::vector<std::string> told_apart(std::vector<std::string> names, const Order& order) {
    std::map<std::string, int> so_far;
    for (const std::size_t i : order) {
        const int number = ++so_far[names[i]];
        if (number > 1) names[i] += fmt::format("#{}", number);
    }
    return names;
}

template <class Before>
Order sorted(std::size_t size, const Before& before) {
    Order order(size);
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), before);
    return order;
}

std::vector<std::string> link_names(const network::Topology& topology) {
    std::vector<std::string> names;
    for (const network::Link& link : topology.links) {
        std::string from = place_name(topology.nodes[link.from].place);
        std::string to = place_name(topology.nodes[link.to].place);
        if (to < from) std::swap(from, to);
        names.push_back(fmt::format("{}--{}", from, to));
    }
    return told_apart(std::move(names), sorted(topology.links.size(), [&](std::size_t a, std::size_t b) {
                          const auto content = [&](std::size_t l) {
                              const network::Link& link = topology.links[l];
                              return std::tuple(link.route, link.capacity, link.ducts.size());
                          };
                          return content(a) < content(b);
                      }));
}

std::string_view kind_name(network::NodeKind kind) {
    switch (kind) {
        case network::NodeKind::administration:
            return "administration";
        case network::NodeKind::center:
            return "center";
        case network::NodeKind::transit:
            break;
    }
    return "transit";
}

std::vector<std::string> node_names(const network::Topology& topology,
                                    const std::vector<std::string>& links) {
    std::vector<std::string> names;
    for (const network::Node& node : topology.nodes)
        names.push_back(fmt::format("{}/{}", place_name(node.place), kind_name(node.kind)));
    std::vector<std::vector<std::string_view>> touching(names.size());
    for (std::size_t l = 0; l < links.size(); ++l)
        for (const std::size_t end : {topology.links[l].from, topology.links[l].to})
            touching[end].push_back(links[l]);
    for (std::vector<std::string_view>& of_node : touching) std::sort(of_node.begin(), of_node.end());
    return told_apart(std::move(names), sorted(topology.nodes.size(), [&](std::size_t a, std::size_t b) {
                          return touching[a] < touching[b];
                      }));
}

std::map<std::string, std::string> duct_names(const network::Topology& topology,
                                              const std::vector<std::string>& links) {
    std::map<std::string, std::vector<std::string_view>> inside;
    for (std::size_t l = 0; l < links.size(); ++l)
        for (const std::string& duct : topology.links[l].ducts) inside[duct].push_back(links[l]);
    const std::map<std::string, Length> lengths = network::duct_lengths(topology);
    std::vector<std::string> ids;
    std::vector<std::string> names;
    for (auto& [id, of_duct] : inside) {
        std::sort(of_duct.begin(), of_duct.end());
        ids.push_back(id);
        names.push_back(fmt::format("{}", fmt::join(of_duct, "|")));
    }
    names = told_apart(std::move(names), sorted(ids.size(), [&](std::size_t a, std::size_t b) {
                           return lengths.at(ids[a]) < lengths.at(ids[b]);
                       }));
    std::map<std::string, std::string> by_id;
    for (std::size_t d = 0; d < ids.size(); ++d) by_id.emplace(ids[d], names[d]);
    return by_id;
}

}  // namespace

StreamNames stream_names(const std::vector<study::ResolvedAdministration>& administrations,
                         const std::vector<Site>& sites) {
    StreamNames names;
    for (const study::ResolvedAdministration& a : administrations)
        names.administrations.push_back(place_name(a.at));
    for (const Site& site : sites) names.sites.push_back(place_name(site.at));
    names.administrations = told_apart(std::move(names.administrations), order_by_content(administrations));
    names.sites = told_apart(std::move(names.sites), order_by_content(sites));
    return names;
}

NetworkNames network_names(const network::Topology& topology) {
    NetworkNames names;
    names.links = link_names(topology);
    names.nodes = node_names(topology, names.links);
    names.ducts = duct_names(topology, names.links);
    return names;
}

}  // namespace verbund::deploy
