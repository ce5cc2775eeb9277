#include "sim/events/drill/paths.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "models/network/bundles.hpp"

namespace verbund::events {
namespace {

/// Network without the failed links; trees are computed when first asked for.
class Reduced {
public:
    Reduced(const deploy::NetworkPlan& plan, const std::vector<std::size_t>& failed_links)
        : plan_{plan},
          topology_{plan.topology},
          bundles_{plan.topology},
          failed_{failed_links.begin(), failed_links.end()} {
        topology_.links.clear();
        for (std::size_t l = 0; l < plan.topology.links.size(); ++l)
            if (failed_.count(l) == 0) topology_.links.push_back(plan.topology.links[l]);
    }

    [[nodiscard]] bool concerned(std::size_t node, std::size_t site) const {
        const std::vector<std::size_t> path = network::path_links(plan_.trees.at(site), node);
        return std::any_of(path.begin(), path.end(), [this](std::size_t named) {
            const std::vector<std::size_t>& beside = bundles_.beside(named);
            return std::any_of(beside.begin(), beside.end(),
                               [this](std::size_t l) { return failed_.count(l) > 0; });
        });
    }

    [[nodiscard]] bool reaches(std::size_t node, std::size_t site) {
        auto tree = trees_.find(site);
        if (tree == trees_.end()) {
            tree =
                trees_.emplace(site, network::shortest_paths(topology_, plan_.site_node[site], plan_.delays))
                    .first;
        }
        return network::reachable(tree->second, node);
    }

private:
    const deploy::NetworkPlan& plan_;
    network::Topology topology_;
    network::Bundles bundles_;
    std::set<std::size_t> failed_;
    std::map<std::size_t, network::PathTree> trees_;
};

/// Whether an administration's way to a site is whole, or else what becomes of it; asked once per site.
std::map<std::size_t, Way> ways_of(const deploy::WorldYear& input, std::size_t a, Reduced& network) {
    std::map<std::size_t, Way> ways;
    const deploy::AdministrationDeployment& administration = input.year().administrations[a];
    const std::size_t node = input.network().administration_node[a];
    std::set<std::size_t> asked{administration.home};
    for (const deploy::Part& part : administration.parts) {
        if (!asked.insert(part.site).second || !network.concerned(node, part.site)) continue;
        ways[part.site] = network.reaches(node, part.site) ? Way::rerouted : Way::cut_off;
    }
    return ways;
}

}  // namespace

Service whole_service(const deploy::WorldYear& input, std::size_t a, const deploy::Part& part) {
    int all = 0;
    for (const deploy::Part& other : input.year().administrations[a].parts)
        if (other.workload == part.workload) all += other.servers;
    const catalog::WorkloadClass& workload = input.variant().workloads[part.workload];
    return {.administration = a,
            .workload = part.workload,
            .site = part.site,
            .servers = part.servers,
            .class_share = all > 0 ? static_cast<double>(part.servers) / all : 0.0,
            .ram_gb = part.servers > 0 ? static_cast<double>(part.ram_gb) / part.servers : 0.0,
            .storage_gb = part.storage_gb,
            .interactions_per_h = part.interactions_per_h,
            .physical = part.physical,
            .logon = is_logon(input, part.workload),
            .criticality = workload.criticality};
}

PathFailure find_path_failures(const deploy::WorldYear& input, const std::vector<std::size_t>& failed_links) {
    PathFailure failure;
    Reduced network(input.network(), failed_links);
    for (std::size_t a = 0; a < input.year().administrations.size(); ++a) {
        const std::map<std::size_t, Way> ways = ways_of(input, a, network);
        if (ways.empty()) continue;
        for (const deploy::Part& part : input.year().administrations[a].parts) {
            const auto way = ways.find(part.site);
            if (way == ways.end() || part.servers == 0) continue;
            failure.services.push_back({whole_service(input, a, part), way->second});
        }
    }
    for (const deploy::Replication& r : input.year().replications) {
        const std::size_t node = input.network().site_node[r.primary];
        if (r.nearest && network.concerned(node, r.backup))
            failure.copies.push_back({r.primary, r.backup, !network.reaches(node, r.backup)});
    }
    return failure;
}

}  // namespace verbund::events
