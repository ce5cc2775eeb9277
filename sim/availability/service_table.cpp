#include "sim/availability/service_table.hpp"

namespace verbund::availability {

std::vector<Servers> servers_by_platform(const deploy::WorldYear& input) {
    std::vector<Servers> table;
    for (const deploy::AdministrationDeployment& administration : input.year().administrations) {
        Servers& servers = table.emplace_back();
        for (const deploy::Part& part : administration.parts) {
            if (part.servers <= 0) continue;
            const bool critical =
                input.variant().workloads[part.workload].criticality <= catalog::Criticality::critical;
            const Platform platform{part.site, critical ? Importance::critical : Importance::other};
            servers[platform] += part.servers;
        }
    }
    return table;
}

bool counts(Group group, const Platform& platform, std::size_t home) {
    switch (group) {
        case Group::critical:
            return platform.importance == Importance::critical;
        case Group::other:
            return platform.importance == Importance::other;
        case Group::local:
            break;
    }
    return platform.site == home;
}

}  // namespace verbund::availability
