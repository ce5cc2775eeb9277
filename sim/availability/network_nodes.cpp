#include "sim/availability/network_nodes.hpp"

#include <algorithm>
#include <optional>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "models/network/disjoint.hpp"
#include "sim/availability/parts.hpp"
#include "sim/deploy/stream_names.hpp"

namespace verbund::availability {
namespace {

using network::Topology;
using Links = std::vector<std::size_t>;

/// Between two nodes that both routes pass.
struct Segment {
    Links first;
    Links second;
    std::size_t from = 0;  ///< node
    std::size_t to = 0;
};

/// Nodes along links, both ends included.
std::vector<std::size_t> nodes_along(const Topology& topology, std::size_t at, const Links& links) {
    std::vector<std::size_t> nodes{at};
    for (const std::size_t l : links) {
        const network::Link& link = topology.links[l];
        nodes.push_back(link.from == nodes.back() ? link.to : link.from);
    }
    return nodes;
}

/// Cuts a pair of routes where they meet: there the network can change from one to the other.
std::vector<Segment> segments(const Topology& topology, std::size_t from, const network::PathPair& pair) {
    const std::vector<std::size_t> first = nodes_along(topology, from, pair.first.links);
    const std::vector<std::size_t> second = nodes_along(topology, from, pair.second.links);
    std::vector<Segment> found;
    std::size_t i = 0;
    std::size_t j = 0;
    for (std::size_t to_i = 1; to_i < first.size(); ++to_i) {
        const auto meeting =
            std::find(second.begin() + static_cast<std::ptrdiff_t>(j) + 1, second.end(), first[to_i]);
        if (meeting == second.end()) continue;
        const auto to_j = static_cast<std::size_t>(meeting - second.begin());
        const auto part = [](const Links& links, std::size_t begin, std::size_t end) {
            return Links(links.begin() + static_cast<std::ptrdiff_t>(begin),
                         links.begin() + static_cast<std::ptrdiff_t>(end));
        };
        found.push_back(
            {part(pair.first.links, i, to_i), part(pair.second.links, j, to_j), first[i], first[to_i]});
        i = to_i;
        j = to_j;
    }
    return found;
}

class NetworkBuilder {
public:
    NetworkBuilder(System& system, const deploy::WorldYear& input, const deploy::RoutePairs& routes,
                   const Figures& figures)
        : system_{system},
          input_{input},
          f_{figures},
          topology_{input.network().topology},
          routes_{routes},
          names_{deploy::network_names(topology_)},
          duct_length_{network::duct_lengths(topology_)},
          link_nodes_(topology_.links.size()) {}

    std::map<Way, NodeId> build(const std::vector<Way>& ways) {
        std::map<Way, NodeId> nodes;
        for (const Way& way : ways) nodes.emplace(way, add_way(way));
        return nodes;
    }

private:
    NodeId add_way(const Way& way) {
        const std::size_t node = input_.network().administration_node[way.first];
        const network::DisjointPaths& pair = routes_.between(node, way.second);
        if (!pair.paths || pair.paths->first.links.empty()) return always();
        std::vector<NodeId> parts;
        std::vector<Segment> cut = segments(topology_, node, *pair.paths);
        if (has_one_access(way.first)) take_line(way, cut, parts);
        for (const Segment& segment : cut) {
            parts.push_back(either(segment));
            if (segment.to != cut.back().to) add_meeting_point(segment.to, node, way.second, parts);
        }
        const study::Center* center = input_.variant().sites[way.second].center;
        if (!cut.empty() && center != nullptr && center->network_path == rules::SupplyPath::single)
            parts.push_back(link(pair.paths->first.links.back()));
        return parts.empty() ? always() : system_.series(parts);
    }

    [[nodiscard]] bool has_one_access(std::size_t administration) const {
        const std::vector<bool>& one = input_.network().one_access;
        return administration < one.size() && one[administration];
    }

    /// The access line of an administration of the synthetic backbone is a part of its own: the same way
    /// carries the transit of others on other fibres.
    void take_line(const Way& way, std::vector<Segment>& cut, std::vector<NodeId>& parts) {
        const auto line = std::find_if(cut.begin(), cut.end(), [&](const Segment& s) {
            return s.first == s.second && length_km(s.first) > 0.0;
        });
        if (line == cut.end()) return;
        parts.push_back(access_line(way.first, line->first.front()));
        const std::size_t node = input_.network().administration_node[way.first];
        if (line + 1 != cut.end()) add_meeting_point(line->to, node, way.second, parts);
        cut.erase(cut.begin(), line + 1);
    }

    /// The router where both routes pass, unless it stands where the way begins or ends.
    void add_meeting_point(std::size_t at, std::size_t from, std::size_t site, std::vector<NodeId>& parts) {
        const Place place = topology_.nodes[at].place;
        const Place end = topology_.nodes[input_.network().site_node[site]].place;
        if (place == topology_.nodes[from].place || place == end) return;
        parts.push_back(router(at));
    }

    NodeId either(const Segment& segment) {
        const auto known = either_.find({segment.first, segment.second});
        if (known != either_.end()) return known->second;
        NodeId node = route(segment.first, segment.from);
        if (segment.first != segment.second) {
            node = system_.parallel({node, route(segment.second, segment.from)});
            const double km = hidden_km(segment);
            if (km > 0.0) node = system_.series({node, hidden_duct(segment, km)});
        }
        either_.emplace(std::pair{segment.first, segment.second}, node);
        return node;
    }

    /// Links, and the routers between them.
    NodeId route(const Links& links, std::size_t from) {
        const std::vector<std::size_t> nodes = nodes_along(topology_, from, links);
        std::vector<NodeId> parts;
        for (std::size_t i = 0; i < links.size(); ++i) {
            parts.push_back(link(links[i]));
            if (i + 1 < links.size()) parts.push_back(router(nodes[i + 1]));
        }
        return system_.series(parts);
    }

    [[nodiscard]] double length_km(const Links& links) const {
        double km = 0.0;
        for (const std::size_t l : links) km += topology_.links[l].route.in(kilometre);
        return km;
    }

    [[nodiscard]] double in_ducts_km(std::size_t l) const {
        double km = 0.0;
        for (const std::string& duct : topology_.links[l].ducts) km += duct_length_.at(duct).in(kilometre);
        return km;
    }

    /// Stretch over which two routes may share a duct that nobody stated: one of them must lie outside stated
    /// ducts there.
    [[nodiscard]] double hidden_km(const Segment& segment) const {
        double unknown = 0.0;
        for (const Links* links : {&segment.first, &segment.second})
            for (const std::size_t l : *links)
                unknown += std::max(0.0, topology_.links[l].route.in(kilometre)-in_ducts_km(l));
        return std::min({f_.hidden_duct_km, length_km(segment.first), length_km(segment.second), unknown});
    }

    NodeId link(std::size_t l) {
        if (link_nodes_[l]) return *link_nodes_[l];
        const network::Link& what = topology_.links[l];
        const double cuts_km =
            what.route.in(kilometre)-f_.duct_cut * in_ducts_km(l);  // others are those of the ducts
        std::vector<NodeId> parts{fibre("link/" + names_.links[l], std::max(cuts_km, 0.0), cause_of(l))};
        for (const std::string& id : what.ducts) parts.push_back(duct(id, cause_of(l)));
        link_nodes_[l] = system_.series(parts);
        return *link_nodes_[l];
    }

    [[nodiscard]] Cause cause_of(std::size_t l) const {
        return topology_.links[l].access ? Cause::access : Cause::backbone;
    }

    NodeId duct(const std::string& id, Cause cause) {
        const auto known = ducts_.find(id);
        if (known != ducts_.end()) return known->second;
        const double km = f_.duct_cut * duct_length_.at(id).in(kilometre);
        return ducts_.emplace(id, fibre("duct/" + names_.ducts.at(id), km, cause)).first->second;
    }

    NodeId router(std::size_t node) {
        const auto known = routers_.find(node);
        if (known != routers_.end()) return known->second;
        const Failures what{f_.room_switch.per_year, f_.room_switch.repair, Cause::backbone};
        return routers_.emplace(node, add_part(system_, "router/" + names_.nodes[node], what)).first->second;
    }

    NodeId access_line(std::size_t administration, std::size_t l) {
        const auto known = access_lines_.find({administration, l});
        if (known != access_lines_.end()) return known->second;
        const std::string name = fmt::format(
            "access/{}/{}", input_.variant().streams.administrations[administration], names_.links[l]);
        const NodeId node = fibre(name, topology_.links[l].route.in(kilometre), Cause::access);
        return access_lines_.emplace(Way{administration, l}, node).first->second;
    }

    NodeId hidden_duct(const Segment& segment, double km) {
        const bool access = topology_.links[segment.first.front()].access;
        const std::string name =
            fmt::format("hidden-duct/{}/{}", names_of(segment.first), names_of(segment.second));
        return fibre(name, input_.study().network.hidden_common_duct.in(one)*km,
                     access ? Cause::access : Cause::backbone);
    }

    [[nodiscard]] std::string names_of(const Links& links) const {
        std::vector<std::string_view> names;
        for (const std::size_t l : links) names.emplace_back(names_.links[l]);
        return fmt::format("{}", fmt::join(names, "|"));
    }

    NodeId fibre(const std::string& name, double km, Cause cause) {
        return add_part(system_, name, {km * f_.fibre_per_km.per_year, f_.fibre_per_km.repair, cause});
    }

    /// For an administration in the center's building.
    NodeId always() {
        if (!always_) always_ = fibre("same-building", 0.0, Cause::access);
        return *always_;
    }

    System& system_;
    const deploy::WorldYear& input_;
    const Figures& f_;
    const Topology& topology_;
    const deploy::RoutePairs& routes_;
    deploy::NetworkNames names_;
    std::map<std::string, Length> duct_length_;
    std::vector<std::optional<NodeId>> link_nodes_;
    std::map<std::string, NodeId> ducts_;
    std::map<std::size_t, NodeId> routers_;             ///< by node
    std::map<std::pair<Links, Links>, NodeId> either_;  ///< by the links of a segment
    std::map<Way, NodeId> access_lines_;                ///< by administration and link
    std::optional<NodeId> always_;
};

}  // namespace

std::map<Way, NodeId> add_network(System& system, const deploy::WorldYear& input,
                                  const deploy::RoutePairs& routes, const Figures& figures,
                                  const std::vector<Way>& ways) {
    return NetworkBuilder{system, input, routes, figures}.build(ways);
}

}  // namespace verbund::availability
