#include <algorithm>
#include <numeric>
#include <stdexcept>
#include <tuple>

#include <fmt/format.h>

#include "models/network/gabriel.hpp"
#include "models/network/nearest_place.hpp"
#include "models/network/topology.hpp"

namespace verbund::network {
namespace {

/// Backbone node indices: one per place, and the others with the one they share it with.
struct Backbone {
    std::vector<std::size_t> nodes;
    std::vector<std::pair<std::size_t, std::size_t>> at_same_place;  ///< (node of `nodes`, further node)
};

void require_consistent(const SyntheticInput& input) {
    const std::size_t n = input.nodes.size();
    if (input.backbone.size() != n || input.access_capacity.size() != n) {
        throw std::invalid_argument(fmt::format("{} nodes, but {} backbone marks and {} access capacities", n,
                                                input.backbone.size(), input.access_capacity.size()));
    }
    if (!input.order.empty() && input.order.size() != n)
        throw std::invalid_argument(fmt::format("{} nodes, but {} in order", n, input.order.size()));
}

std::vector<std::size_t> content_order(const SyntheticInput& input) {
    if (!input.order.empty()) return input.order;
    std::vector<std::size_t> order(input.nodes.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    return order;
}

/// Of several backbone nodes at one place the first in the order of content stands for all.
Backbone split_backbone(const SyntheticInput& input) {
    Backbone backbone;
    for (const std::size_t i : content_order(input)) {
        if (!input.backbone[i]) continue;
        const auto twin = std::find_if(backbone.nodes.begin(), backbone.nodes.end(), [&](std::size_t other) {
            return input.nodes[other].place == input.nodes[i].place;
        });
        if (twin == backbone.nodes.end())
            backbone.nodes.push_back(i);
        else
            backbone.at_same_place.emplace_back(*twin, i);
    }
    std::sort(backbone.nodes.begin(), backbone.nodes.end());
    std::sort(backbone.at_same_place.begin(), backbone.at_same_place.end(),
              [](const auto& a, const auto& b) { return a.second < b.second; });
    return backbone;
}

std::vector<Place> places_of(const SyntheticInput& input, const std::vector<std::size_t>& nodes) {
    std::vector<Place> places;
    places.reserve(nodes.size());
    for (const std::size_t node : nodes) places.push_back(input.nodes[node].place);
    return places;
}

Link make_link(const SyntheticInput& input, std::size_t from, std::size_t to, DataRate capacity,
               bool access) {
    const Node& a = input.nodes[from];
    const Node& b = input.nodes[to];
    return {fmt::format("{}--{}", a.id, b.id),
            from,
            to,
            great_circle(a.place, b.place) * input.route_factor,
            capacity,
            access};
}

}  // namespace

Topology synthetic_topology(const SyntheticInput& input) {
    require_consistent(input);
    const Backbone backbone = split_backbone(input);
    if (backbone.nodes.empty() && !input.nodes.empty())
        throw std::invalid_argument("a synthetic network needs at least one backbone node");
    Topology topology{input.nodes, {}, true};
    for (const auto& [a, b] : gabriel_edges(ChordTable{places_of(input, backbone.nodes)})) {
        topology.links.push_back(
            make_link(input, backbone.nodes[a], backbone.nodes[b], input.backbone_capacity, false));
    }
    for (const auto& [first, further] : backbone.at_same_place)
        topology.links.push_back(make_link(input, first, further, input.backbone_capacity, false));
    if (input.nodes.empty()) return topology;
    const NearestPlace hubs{places_of(input, backbone.nodes)};
    for (std::size_t i = 0; i < input.nodes.size(); ++i) {
        if (!input.backbone[i]) {
            const std::size_t hub = backbone.nodes[hubs.to(input.nodes[i].place)];
            topology.links.push_back(make_link(input, hub, i, input.access_capacity[i], true));
        }
    }
    return topology;
}

}  // namespace verbund::network
