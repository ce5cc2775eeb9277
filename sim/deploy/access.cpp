#include "sim/deploy/access.hpp"

#include <algorithm>
#include <set>

#include "models/network/access.hpp"

namespace verbund::deploy {
namespace {

/// Centers away from home that run something for the administration; all while there are none.
std::set<std::size_t> centers_in_use(const NetworkPlan& plan,
                                     const AdministrationDeployment& administration) {
    std::set<std::size_t> centers;
    for (const Part& part : administration.parts)
        if (part.site != administration.home && part.site < plan.trees.size()) centers.insert(part.site);
    if (!centers.empty()) return centers;
    for (std::size_t s = 0; s < plan.trees.size(); ++s) centers.insert(s);
    return centers;
}

std::set<std::size_t> first_links(const NetworkPlan& plan, const network::Bundles& bundles,
                                  const AdministrationDeployment& administration, std::size_t node) {
    std::set<std::size_t> links;
    for (const std::size_t site : centers_in_use(plan, administration)) {
        const std::optional<std::size_t>& first = plan.trees[site].link_to_parent[node];
        if (!first) continue;
        const std::vector<std::size_t>& beside = bundles.beside(*first);
        links.insert(beside.begin(), beside.end());
    }
    return links;
}

}  // namespace

Access access_of(const NetworkPlan& plan, const network::Bundles& bundles, const catalog::Catalog& catalog,
                 const VariantDeployment& variant, const Deployment& year, std::size_t administration) {
    const study::ResolvedAdministration& who = variant.administrations[administration];
    const std::optional<DataRate>& stated = who.stated.access;
    const AdministrationDeployment& deployed = year.administrations[administration];
    Access access;
    if (plan.topology.synthetic) {
        const study::Center* room = variant.sites[deployed.home].center;
        const std::optional<DataRate> uplink = room != nullptr ? room->uplink : std::nullopt;
        access.capacity = stated   ? *stated
                          : uplink ? *uplink
                                   : network::usual_capacity(catalog, who.kind, year.year);
        return access;
    }
    const std::set<std::size_t> links =
        first_links(plan, bundles, deployed, plan.administration_node[administration]);
    access.links.assign(links.begin(), links.end());
    bool sized = true;
    for (const std::size_t l : links) {
        access.capacity += plan.topology.links[l].capacity;
        sized = sized && plan.topology.links[l].capacity > DataRate{};
    }
    if (!sized) access.capacity = {};
    if (stated && (!sized || *stated < access.capacity || links.empty())) access.capacity = *stated;
    return access;
}

}  // namespace verbund::deploy
