#include "sim/batch/route_cut_rows.hpp"

#include <tuple>

#include "models/network/route_cuts.hpp"

namespace verbund::batch {
namespace {

using Kind = network::RouteCut::Kind;

const char* id_of(Kind kind) {
    switch (kind) {
        case Kind::access:
            return "access";
        case Kind::one_route:
            return "one-route";
        case Kind::unreachable:
            return "unreachable";
        case Kind::link:
            return "link";
        case Kind::duct:
            return "duct";
        case Kind::node:
            break;
    }
    return "node";
}

using Ends = std::pair<std::string, std::string>;

Ends ends_of(const network::Topology& topology, std::size_t link) {
    const network::Link& l = topology.links.at(link);
    return {topology.nodes.at(l.from).id, topology.nodes.at(l.to).id};
}

void fill_link(const network::Topology& topology, std::size_t link, outcome::RouteCut& row) {
    row.thing = topology.links.at(link).id;
    std::tie(row.end_a, row.end_b) = ends_of(topology, link);
}

/// The second place of a duct only where it is another one.
void fill_duct(const network::Topology& topology, const network::RouteCut& cut, outcome::RouteCut& row) {
    row.thing = cut.duct;
    const Ends first = ends_of(topology, cut.first_link);
    const Ends second = ends_of(topology, cut.second_link);
    std::tie(row.end_a, row.end_b) = first;
    if (std::set{first.first, first.second} == std::set{second.first, second.second}) return;
    std::tie(row.other_a, row.other_b) = second;
}

void fill_thing(const network::Topology& topology, const network::RouteCut& cut, outcome::RouteCut& row) {
    switch (cut.kind) {
        case Kind::access:
        case Kind::link:
            fill_link(topology, cut.index, row);
            break;
        case Kind::duct:
            fill_duct(topology, cut, row);
            break;
        case Kind::node:
            row.thing = topology.nodes.at(cut.index).id;
            break;
        case Kind::one_route:
        case Kind::unreachable:
            break;
    }
    if (cut.kind == Kind::access && row.end_a != row.from) std::swap(row.end_a, row.end_b);
}

}  // namespace

RouteCutRows::RouteCutRows(const network::Topology& topology, const outcome::Run& run, std::size_t variant)
    : topology_{&topology} {
    for (const outcome::RouteCut& row : run.rows<outcome::RouteCut>())
        if (static_cast<std::size_t>(row.variant) == variant) told_.emplace(row.from, row.to);
}

void RouteCutRows::add(const network::DisjointPaths& paths, std::size_t from, std::size_t to) {
    const std::string& from_id = topology_->nodes.at(from).id;
    const std::string& to_id = topology_->nodes.at(to).id;
    if (!told_.emplace(from_id, to_id).second) return;
    for (const network::RouteCut& cut : network::route_cuts(paths, *topology_, from)) {
        outcome::RouteCut& row = rows_.emplace_back();
        row.from = from_id;
        row.to = to_id;
        row.kind = id_of(cut.kind);
        row.separates = cut.separates;
        row.proven = paths.proven;
        fill_thing(*topology_, cut, row);
    }
}

}  // namespace verbund::batch
