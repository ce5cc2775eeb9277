#include "sim/batch/sites/main_primary.hpp"

#include <algorithm>

#include "sim/deploy/backup.hpp"

namespace verbund::batch {

std::optional<std::size_t> main_primary(const deploy::AdministrationDeployment& administration,
                                        const std::vector<catalog::WorkloadClass>& workloads,
                                        const std::vector<ProtectedSite>& primaries) {
    std::vector<int> servers(primaries.size(), 0);
    for (const deploy::Part& part : administration.parts) {
        const auto at = std::find_if(primaries.begin(), primaries.end(),
                                     [&](const ProtectedSite& p) { return p.site == part.site; });
        if (at == primaries.end() || !deploy::is_protected(workloads[part.workload], at->protects)) continue;
        servers[static_cast<std::size_t>(at - primaries.begin())] += part.servers;
    }
    const auto most = std::max_element(servers.begin(), servers.end());
    if (most == servers.end() || *most == 0) return std::nullopt;
    return static_cast<std::size_t>(most - servers.begin());
}

}  // namespace verbund::batch
