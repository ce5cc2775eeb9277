#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "models/base/place.hpp"
#include "models/base/units.hpp"

/// Wide-area network: nodes, links, shortest paths by latency, loads.
namespace verbund::network {

/// Geodesic length on WGS 84 by GeographicLib (Karney, Algorithms for geodesics, J. Geodesy 87, 2013; error
/// below 15 nm). Checked by tests/validation/great_circle.cpp.
[[nodiscard]] Length great_circle(Place a, Place b);

/// What stands at a node.
enum class NodeKind { administration, center, transit };

/// A place that links end at.
struct Node {
    std::string id;
    Place place;
    NodeKind kind = NodeKind::administration;
};

/// A line between two nodes, the same in both directions.
struct Link {
    std::string id;
    std::size_t from = 0;  ///< node index; links carry traffic both ways
    std::size_t to = 0;
    Length route;                      ///< laid length, route factor included
    DataRate capacity;                 ///< zero = to be sized by the run
    bool access = false;               ///< last mile of an administration
    std::vector<std::string> ducts{};  ///< shared-risk groups: links that lie in one duct fail together
};

/// What delays a signal besides its way.
struct DelayRules {
    Duration per_kilometre;  ///< 4.9 us/km
    Duration per_hop;        ///< router or switch, one way
    Duration gateway;        ///< encryption and firewall at each end, one way
    Duration local;          ///< round trip inside a building's LAN
};

/// Nodes and the links between them.
struct Topology {
    std::vector<Node> nodes;
    std::vector<Link> links;
    bool synthetic = false;
    std::map<std::string, Length> stated_ducts{};  ///< lengths of ducts, by id
};

/// Length of every duct that a link lies in: the stated one, else as long as all of its links can lie in it:
/// the least, over its links, of the link's route without the stated ducts in it, in equal parts over the
/// others.  Never below zero.
[[nodiscard]] std::map<std::string, Length> duct_lengths(const Topology& topology);

/// Where a synthetic network's nodes stand and how its links are dimensioned.
struct SyntheticInput {
    std::vector<Node> nodes;
    std::vector<bool> backbone;  ///< same length as nodes
    double route_factor = 1.5;
    DataRate backbone_capacity;
    std::vector<DataRate> access_capacity;  ///< per node; of its access link when it is not on the backbone
    std::vector<std::size_t> order;         ///< all nodes by their content; empty: as they stand in `nodes`
};
/// Backbone: Gabriel graph over the `backbone` nodes (an edge where no third node lies inside the circle over
/// it as diameter), which is connected and planar; every other node hangs on its nearest backbone node by an
/// access link.
///
/// The circle is taken on the sphere: c lies inside it exactly if |ca|^2 + |cb|^2 < |ab|^2 for the chords of
/// unit vectors (Thales); the flattening of the Earth is neglected here, link lengths are geodesics times
/// `route_factor`.  Backbone nodes at one and the same place count as one: the first of them in `order`
/// carries the links, the others hang on it by a link of length zero.  Of equally near backbone nodes the
/// southernmost is taken, of these the westernmost.  Link ids are "from--to"; backbone links come first. Time
/// grows with the cube of the backbone at worst.  Throws `std::invalid_argument` if the vectors differ in
/// length, `order` leaves a node out or if there are nodes but no backbone. Source: Gabriel and Sokal, A new
/// statistical approach to geographic variation analysis, 1969.
[[nodiscard]] Topology synthetic_topology(const SyntheticInput& input);

/// Latency-shortest paths from one node to all others (Dijkstra, Boost.Graph).  Of links by which a node
/// is reached equally soon the one that carries more is taken, then the one that comes from farther south,
/// then from farther west; only what is alike in all that goes by its index.
struct PathTree {
    std::size_t source = 0;
    std::vector<double> one_way_s;  ///< propagation and hops; infinity = unreachable
    std::vector<int> hops;          ///< links on the path; 0 where unreachable
    std::vector<std::optional<std::size_t>>
        link_to_parent;  ///< toward the source; empty there and where unreachable
    std::vector<std::size_t>
        parent;  ///< next node toward the source; the node itself there and where unreachable
};
[[nodiscard]] PathTree shortest_paths(const Topology& topology, std::size_t source, const DelayRules& rules);
/// One tree per source; the network is prepared only once.  Throws `std::out_of_range` for a node that does
/// not exist.
[[nodiscard]] std::vector<PathTree> shortest_paths(const Topology& topology,
                                                   const std::vector<std::size_t>& sources,
                                                   const DelayRules& rules);
/// One-way delay of one link: route x per_kilometre + per_hop.
[[nodiscard]] Duration link_delay(const Link& link, const DelayRules& rules);
[[nodiscard]] bool reachable(const PathTree& tree, std::size_t node);
/// Links on the path from `node` to the tree's source, in that order; empty where there is none.
[[nodiscard]] std::vector<std::size_t> path_links(const PathTree& tree, std::size_t node);

/// Closed-form round trip: 2 (propagation + hops + 2 gateways); within one building (`node` is the source):
/// `rules.local`; unreachable: infinite.  Neglects serialisation and queues, which the event engine adds.
[[nodiscard]] Duration round_trip(const PathTree& tree, std::size_t node, const DelayRules& rules);

/// Weighted quantile (lower, of the step function) of values: the smallest value at which the weight of all
/// values up to it reaches q times the total.  Weights >= 0, not all zero, or `std::invalid_argument`.  q in
/// [0, 1].
[[nodiscard]] double weighted_quantile(std::vector<std::pair<double, double>> value_weight, double q);

}  // namespace verbund::network
