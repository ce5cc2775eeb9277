#include "sim/deploy/access.hpp"

#include <algorithm>
#include <set>

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

Access access_of(const NetworkPlan& plan, const network::Bundles& bundles, const LineYear& lines,
                 const VariantDeployment& variant, const Deployment& year, std::size_t administration) {
    Access access;
    if (plan.topology.synthetic) {
        access.capacity_gbit_s = lines.access_gbit_s[administration];
        return access;
    }
    const std::set<std::size_t> links = first_links(plan, bundles, year.administrations[administration],
                                                    plan.administration_node[administration]);
    access.links.assign(links.begin(), links.end());
    for (const std::size_t l : links) access.capacity_gbit_s += lines.link_gbit_s[l];
    if (const std::optional<DataRate>& stated = variant.administrations[administration].stated.access) {
        const double most = stated->in(gigabit_per_second);
        access.capacity_gbit_s = links.empty() ? most : std::min(most, access.capacity_gbit_s);
    }
    return access;
}

bool has_stated_access(const NetworkPlan& plan, const VariantDeployment& variant, const Deployment& year,
                       std::size_t administration) {
    if (variant.administrations[administration].stated.access) return true;
    const study::Center* room = variant.sites[year.administrations[administration].home].center;
    return plan.topology.synthetic && room != nullptr && room->uplink.has_value();
}

}  // namespace verbund::deploy
