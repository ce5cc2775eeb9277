#include "models/network/two_path_flow.hpp"

#include <algorithm>
#include <cstdlib>
#include <utility>

#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/successive_shortest_path_nonnegative_weights.hpp>

namespace verbund::network {
namespace {

using Traits = boost::adjacency_list_traits<boost::vecS, boost::vecS, boost::directedS>;

struct FlowArc {
    /// Whole numbers in a double: Boost.Graph adds up the distances of unreachable nodes, which must not
    /// overflow.
    double cost = 0.0;
    int capacity = 0;
    int residual = 0;
    Traits::edge_descriptor reverse;
};
using Graph = boost::adjacency_list<boost::vecS, boost::vecS, boost::directedS, boost::no_property, FlowArc>;

std::size_t entry(std::size_t node) { return 2 * node; }
std::size_t exit_of(std::size_t node) { return 2 * node + 1; }

/// Paths that use each link: + from its end a to its end b, - the other way.
using SignedUse = std::vector<int>;

/// Takes the units of a flow apart into paths.
class Decomposition {
public:
    Decomposition(const RiskGraph& graph, SignedUse use, std::size_t target)
        : graph_{&graph}, use_{std::move(use)}, target_{target}, through_(graph.links_at.size(), 0) {
        for (std::size_t link = 0; link < use_.size(); ++link)
            if (use_[link] != 0) through_[head(link)] += std::abs(use_[link]);
    }

    /// Follows one unit from `at` to the next node where both meet, or to the target; `at` moves there.
    LinkPath take(std::size_t& at) {
        LinkPath path;
        do {
            const std::size_t link = leaving(at);
            at = head(link);
            use_[link] += use_[link] > 0 ? -1 : 1;
            path.push_back(link);
        } while (at != target_ && through_[at] < 2);
        return path;
    }

private:
    [[nodiscard]] std::size_t head(std::size_t link) const {
        return use_[link] > 0 ? graph_->links[link].b : graph_->links[link].a;
    }
    [[nodiscard]] std::size_t leaving(std::size_t node) const {
        return *std::find_if(
            graph_->links_at[node].begin(), graph_->links_at[node].end(),
            [&](std::size_t link) { return use_[link] != 0 && head(link) != node; });
    }

    const RiskGraph* graph_;
    SignedUse use_;
    std::size_t target_;
    std::vector<int> through_;
};

void append(LinkPath& path, const LinkPath& piece) { path.insert(path.end(), piece.begin(), piece.end()); }

std::vector<LinkPath> take_paths(const RiskGraph& graph, const SignedUse& use, std::size_t source,
                                 std::size_t target, int units) {
    std::vector<LinkPath> paths(static_cast<std::size_t>(units));
    if (units == 0) return paths;
    Decomposition flow{graph, use, target};
    for (std::size_t at = source; at != target;) {
        std::size_t end = at;
        LinkPath shorter = flow.take(end);
        if (units == 2) {
            LinkPath longer = flow.take(at);
            if (cost_of(graph, longer) < cost_of(graph, shorter)) std::swap(shorter, longer);
            append(paths[1], longer);
        }
        append(paths[0], shorter);
        at = end;
    }
    return paths;
}

}  // namespace

struct TwoPathFlow::Network {
    Graph graph;
    std::vector<Traits::edge_descriptor> through;  ///< [node] from its entry to its exit
    std::vector<Traits::edge_descriptor> forward;  ///< [link] from its end a to its end b
    std::vector<Traits::edge_descriptor> backward;

    Traits::edge_descriptor add(std::size_t from, std::size_t to, PathCost cost) {
        const auto arc = boost::add_edge(from, to, graph).first;
        const auto back = boost::add_edge(to, from, graph).first;
        graph[arc].cost = static_cast<double>(cost);
        graph[arc].reverse = back;
        graph[back].cost = -graph[arc].cost;
        graph[back].reverse = arc;
        return arc;
    }
    void limit(const UseLimits& limits, std::size_t a, std::size_t b, int most) {
        for (std::size_t node = 0; node < through.size(); ++node)
            graph[through[node]].capacity = node == a || node == b ? most : limits.nodes[node];
        for (std::size_t link = 0; link < forward.size(); ++link) {
            graph[forward[link]].capacity = limits.links[link];
            graph[backward[link]].capacity = limits.links[link];
        }
    }
    [[nodiscard]] int units(Traits::edge_descriptor arc) const {
        return graph[arc].capacity - graph[arc].residual;
    }
};

TwoPathFlow::TwoPathFlow(const RiskGraph& graph) : graph_{&graph}, network_{std::make_unique<Network>()} {
    for (std::size_t node = 0; node < graph.links_at.size(); ++node)
        network_->through.push_back(network_->add(entry(node), exit_of(node), 0));
    for (const RiskLink& link : graph.links) {
        network_->forward.push_back(network_->add(exit_of(link.a), entry(link.b), link.cost));
        network_->backward.push_back(network_->add(exit_of(link.b), entry(link.a), link.cost));
    }
}

TwoPathFlow::~TwoPathFlow() = default;

std::vector<LinkPath> TwoPathFlow::paths(std::size_t a, std::size_t b, const UseLimits& limits,
                                         int most) const {
    network_->limit(limits, a, b, most);
    Graph& graph = network_->graph;
    boost::successive_shortest_path_nonnegative_weights(
        graph, entry(a), exit_of(b),
        boost::capacity_map(boost::get(&FlowArc::capacity, graph))
            .residual_capacity_map(boost::get(&FlowArc::residual, graph))
            .weight_map(boost::get(&FlowArc::cost, graph))
            .reverse_edge_map(boost::get(&FlowArc::reverse, graph)));
    SignedUse use;
    use.reserve(graph_->links.size());
    for (std::size_t link = 0; link < graph_->links.size(); ++link)
        use.push_back(network_->units(network_->forward[link]) - network_->units(network_->backward[link]));
    return take_paths(*graph_, use, a, b, network_->units(network_->through[a]));
}

}  // namespace verbund::network
