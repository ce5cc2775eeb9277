#include "sim/events/world/route.hpp"

#include <stdexcept>

namespace verbund::events {

Route route_along(const network::Topology& topology, std::size_t node,
                  const std::vector<std::size_t>& links) {
    Route route;
    for (const std::size_t index : links) {
        const network::Link& link = topology.links.at(index);
        if (link.from != node && link.to != node)
            throw std::invalid_argument{"route_along: link \"" + link.id + "\" does not continue the route"};
        const bool forward = link.from == node;
        route.hops.push_back({index, forward});
        node = forward ? link.to : link.from;
    }
    return route;
}

Route shortest_route(const deploy::NetworkPlan& plan, std::size_t node, std::size_t site) {
    return route_along(plan.topology, node, network::path_links(plan.trees.at(site), node));
}

double one_way_s(const deploy::NetworkPlan& plan, const Route& route) {
    double sum = 0.0;
    for (const Hop hop : route.hops)
        sum += network::link_delay(plan.topology.links[hop.link], plan.delays).in(seconds);
    return sum;
}

}  // namespace verbund::events
