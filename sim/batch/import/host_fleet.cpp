#include "sim/batch/import/host_fleet.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <tuple>

namespace verbund::batch {

outcome::ImportedFleet host_fleet(const std::vector<read::ExportedHost>& hosts, int years_after_launch) {
    using Kind = std::tuple<std::string, std::string, double, double, double>;
    std::map<Kind, outcome::ImportedHosts> groups;
    std::set<std::string> unknown;
    outcome::ImportedFleet fleet;
    for (const read::ExportedHost& host : hosts) {
        const Kind kind{host.cluster, host.processor, host.cores, host.core_mhz, host.ram_mib};
        outcome::ImportedHosts& group = groups[kind];
        group = {.cluster = host.cluster,
                 .processor = host.processor,
                 .hosts = group.hosts + 1,
                 .cores = host.cores,
                 .core_mhz = host.core_mhz,
                 .ram_mib = host.ram_mib,
                 .bought = host.launched ? *host.launched + years_after_launch : 0};
        if (host.launched)
            fleet.installed.push_back(group.bought);
        else
            unknown.insert(host.processor);
    }
    for (auto& [kind, group] : groups) fleet.groups.push_back(group);
    std::sort(fleet.installed.begin(), fleet.installed.end());
    fleet.unknown.assign(unknown.begin(), unknown.end());
    return fleet;
}

}  // namespace verbund::batch
