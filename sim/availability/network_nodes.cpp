#include "sim/availability/network_nodes.hpp"

#include <algorithm>
#include <optional>

#include <fmt/format.h>

#include "models/network/disjoint.hpp"
#include "sim/availability/parts.hpp"

namespace verbund::availability {
namespace {

using network::Topology;
using Links = std::vector<std::size_t>;

/// Cuts per year of every duct, and of each link outside its ducts.
struct CutRates {
    std::map<std::string, double> ducts;
    std::vector<double> links;
};

CutRates cut_rates(const Topology& topology, double per_km) {
    CutRates rates;
    for (const network::Link& link : topology.links) {
        const double all = per_km * link.route.in(kilometre);
        for (const std::string& duct : link.ducts) {
            double& rate = rates.ducts[duct];
            rate = std::max(rate, all / static_cast<double>(link.ducts.size()));
        }
    }
    for (const network::Link& link : topology.links) {
        double left = per_km * link.route.in(kilometre);
        for (const std::string& duct : link.ducts) left -= rates.ducts.at(duct);
        rates.links.push_back(std::max(left, 0.0));
    }
    return rates;
}

class NetworkBuilder {
public:
    NetworkBuilder(System& system, const AvailabilityInput& input, const Figures& figures)
        : system_{system},
          input_{input},
          f_{figures},
          topology_{input.network->topology},
          own_routes_{*input.network},
          routes_{input.routes != nullptr ? *input.routes : own_routes_},
          rates_{cut_rates(topology_, figures.fibre_per_km.per_year)},
          degree_(topology_.nodes.size(), 0),
          link_nodes_(topology_.links.size()) {
        for (const network::Link& link : topology_.links) {
            ++degree_[link.from];
            ++degree_[link.to];
        }
    }

    std::map<Way, NodeId> build(const std::vector<Way>& ways) {
        std::map<Way, NodeId> nodes;
        for (const Way& way : ways) nodes.emplace(way, add_way(way));
        return nodes;
    }

private:
    /// An administration's path up to where the network can reroute.
    struct Access {
        std::size_t node = 0;
        std::optional<std::size_t> link;  ///< none: it stands where the center stands
        std::size_t hub = 0;              ///< where its disjoint pair begins
        bool own_pair = false;            ///< the pair begins at the administration itself
    };

    [[nodiscard]] Access access_of(const Way& way) const {
        Access access;
        access.node = input_.network->administration_node[way.first];
        access.hub = access.node;
        const Links path = network::path_links(input_.network->trees[way.second], access.node);
        if (path.empty()) return access;
        access.link = path.front();
        access.own_pair = input_.study->availability.second_access && degree_[access.node] > 1;
        const network::Link& first = topology_.links[path.front()];
        if (!access.own_pair) access.hub = first.from == access.node ? first.to : first.from;
        return access;
    }

    NodeId add_way(const Way& way) {
        const Access access = access_of(way);
        std::vector<NodeId> parts;
        if (access.link && !access.own_pair) parts.push_back(access_line(way.first, *access.link));
        if (const std::optional<NodeId> rest = core(access.hub, way.second)) parts.push_back(*rest);
        return parts.empty() ? always() : system_.series(parts);
    }

    /// From a hub to a center; nothing where they are one node.
    std::optional<NodeId> core(std::size_t hub, std::size_t site) {
        const auto known = cores_.find({hub, site});
        if (known != cores_.end()) return known->second;
        const network::DisjointPaths& pair = routes_.between(hub, site);
        std::optional<NodeId> node;
        if (pair.paths && !pair.paths->first.links.empty()) {
            node = two_routes(pair.paths->first.links, pair.paths->second.links,
                              fmt::format("{}--{}", topology_.nodes[hub].id, input_.variant->sites[site].id));
            const study::Center* center = input_.variant->sites[site].center;
            if (center != nullptr && center->network_path == rules::SupplyPath::single) {
                node = system_.series({*node, link(pair.paths->first.links.back())});
            }
        }
        cores_.emplace(Way{hub, site}, node);
        return node;
    }

    NodeId two_routes(const Links& first, const Links& second, const std::string& name) {
        if (first == second) return route(first);
        const NodeId either = system_.parallel({route(first), route(second)});
        const auto known_duct = [&](std::size_t l) { return !topology_.links[l].ducts.empty(); };
        if (std::any_of(first.begin(), first.end(), known_duct) ||
            std::any_of(second.begin(), second.end(), known_duct)) {
            return either;
        }
        const double km = std::min({f_.hidden_duct_km, length_km(first), length_km(second)});
        return system_.series({either, hidden_duct(name, km, Cause::backbone)});
    }

    NodeId route(const Links& links) {
        std::vector<NodeId> nodes;
        for (const std::size_t l : links) nodes.push_back(link(l));
        return system_.series(nodes);
    }

    [[nodiscard]] double length_km(const Links& links) const {
        double km = 0.0;
        for (const std::size_t l : links) km += topology_.links[l].route.in(kilometre);
        return km;
    }

    NodeId link(std::size_t l) {
        if (link_nodes_[l]) return *link_nodes_[l];
        const network::Link& what = topology_.links[l];
        const Cause cause = what.access ? Cause::access : Cause::backbone;
        std::vector<NodeId> parts{fibre("link/" + what.id, rates_.links[l], cause)};
        for (const std::string& id : what.ducts) parts.push_back(duct(id));
        link_nodes_[l] = system_.series(parts);
        return *link_nodes_[l];
    }

    NodeId duct(const std::string& id) {
        const auto known = ducts_.find(id);
        if (known != ducts_.end()) return known->second;
        return ducts_.emplace(id, fibre("duct/" + id, rates_.ducts.at(id), Cause::backbone)).first->second;
    }

    /// The line itself, or two of them.  A line without ducts is a part of its own: the same way may carry
    /// the transit of others on other fibres.
    NodeId access_line(std::size_t administration, std::size_t l) {
        const auto known = access_lines_.find({administration, l});
        if (known != access_lines_.end()) return known->second;
        const network::Link& what = topology_.links[l];
        const double km = what.route.in(kilometre);
        const double per_year = km * f_.fibre_per_km.per_year;
        const std::string name =
            fmt::format("access/{}/{}", input_.variant->administrations[administration].id, what.id);
        NodeId node = what.ducts.empty() ? fibre(name, per_year, Cause::access) : link(l);
        if (input_.study->availability.second_access) {
            const NodeId second = fibre(name + "/second", per_year, Cause::access);
            node = system_.series({system_.parallel({node, second}),
                                   hidden_duct(name, std::min(km, f_.hidden_duct_km), Cause::access)});
        }
        return access_lines_.emplace(Way{administration, l}, node).first->second;
    }

    NodeId hidden_duct(const std::string& name, double km, Cause cause) {
        const double probability = input_.study->network.hidden_common_duct.in(one);
        return fibre("hidden-duct/" + name, probability * km * f_.fibre_per_km.per_year, cause);
    }

    NodeId fibre(const std::string& name, double per_year, Cause cause) {
        return add_part(system_, name, {per_year, f_.fibre_per_km.repair, cause});
    }

    /// For an administration in the center's building.
    NodeId always() {
        if (!always_) always_ = fibre("same-building", 0.0, Cause::access);
        return *always_;
    }

    System& system_;
    const AvailabilityInput& input_;
    const Figures& f_;
    const Topology& topology_;
    deploy::RoutePairs own_routes_;  ///< where the input brings none
    deploy::RoutePairs& routes_;
    CutRates rates_;
    std::vector<int> degree_;
    std::vector<std::optional<NodeId>> link_nodes_;
    std::map<std::string, NodeId> ducts_;
    std::map<Way, std::optional<NodeId>> cores_;  ///< by hub node and site
    std::map<Way, NodeId> access_lines_;          ///< by administration and link
    std::optional<NodeId> always_;
};

}  // namespace

std::map<Way, NodeId> add_network(System& system, const AvailabilityInput& input, const Figures& figures,
                                  const std::vector<Way>& ways) {
    return NetworkBuilder{system, input, figures}.build(ways);
}

}  // namespace verbund::availability
