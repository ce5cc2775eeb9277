#include "sim/events/drill_services.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <tuple>

#include <fmt/format.h>

#include "models/base/random.hpp"

namespace verbund::events {
namespace {

int hosts_of(const deploy::Pool& pool) {
    int hosts = 0;
    for (const deploy::HostSet& set : pool.hosts) hosts += set.count;
    return hosts;
}

/// Running of `count` hosts, rounded to whole ones.
int running_of(const deploy::Pool& pool) {
    return static_cast<int>(std::lround(pool.running_share * hosts_of(pool)));
}

/// Hosts of a room: by its share of the IT load, rooms one after the other.
HostWindow hosts_of_room(const EventInput& input, const DrillTarget& target, int hosts) {
    const auto& plant = input.year->sites[target.site].plant;
    if (!plant || target.room >= plant->rooms.size()) return {0, hosts, hosts};
    double before = 0.0;
    for (std::size_t r = 0; r < target.room; ++r) before += plant->rooms[r].load_share;
    const auto upto = [hosts](double share) { return static_cast<int>(std::lround(share * hosts)); };
    const int first = upto(before);
    return {first, upto(before + plant->rooms[target.room].load_share) - first, hosts};
}

HostWindow hosts_of_rack(const EventInput& input, const DrillTarget& target, int hosts) {
    HostWindow window = hosts_of_room(input, target, hosts);
    const double racks =
        std::max(1.0, std::ceil(input.year->sites[target.site].needs.racks * window.share()));
    window.count = std::min(window.count, static_cast<int>(std::ceil(window.count / racks)));
    return window;
}

HostWindow one_host(const EventInput& input, const DrillTarget& target, int hosts) {
    if (hosts == 0) return {};
    RandomStream stream(input.set->seed, "drill/host/" + input.variant->sites[target.site].id);
    return {static_cast<int>(stream.below(static_cast<std::uint64_t>(hosts))), 1, hosts};
}

/// Of the servers numbered from `first` on: those dealt to the window.
int dealt_to(const HostWindow& window, int first, int servers) {
    if (window.whole()) return servers;
    // Among the numbers below n, those whose host lies in the window.
    const auto below = [&window](int n) {
        const int full = n / window.of;
        int hit = full * window.count;
        for (int i = full * window.of; i < n; ++i) {
            const int place = (i - window.first % window.of + window.of) % window.of;
            if (place < window.count) ++hit;
        }
        return hit;
    };
    return below(first + servers) - below(first);
}

std::map<std::size_t, int> servers_by_class(const deploy::AdministrationDeployment& administration) {
    std::map<std::size_t, int> servers;
    for (const deploy::Part& part : administration.parts) servers[part.workload] += part.servers;
    return servers;
}

}  // namespace

Service Service::part(int count) const {
    Service some = *this;
    const double share = servers > 0 ? static_cast<double>(count) / servers : 0.0;
    some.servers = count;
    some.class_share *= share;
    some.storage_gb *= share;
    some.interactions_per_h *= share;
    return some;
}

bool is_logon(const catalog::WorkloadClass& workload) {
    return workload.id == "directory" || workload.id == "directory-server";
}

HostWindow failing_hosts(const EventInput& input, const DrillTarget& target) {
    const int cluster = host_count(input, target.site, deploy::PoolKind::cluster);
    const int hosts = cluster > 0 ? cluster : host_count(input, target.site, deploy::PoolKind::physical);
    switch (target.kind) {
        case FailureKind::room:
            return hosts_of_room(input, target, hosts);
        case FailureKind::rack:
            return hosts_of_rack(input, target, hosts);
        case FailureKind::host:
            return one_host(input, target, hosts);
        default:
            return {0, hosts, hosts};
    }
}

std::vector<Service> services_on(const EventInput& input, std::size_t site, const HostWindow& hosts,
                                 bool virtual_only) {
    std::vector<Service> services;
    int dealt_virtual = 0;
    int dealt_physical = 0;
    for (std::size_t a = 0; a < input.year->administrations.size(); ++a) {
        const deploy::AdministrationDeployment& administration = input.year->administrations[a];
        const std::map<std::size_t, int> all = servers_by_class(administration);
        for (const deploy::Part& part : administration.parts) {
            if (part.site != site || part.servers == 0 || (virtual_only && part.physical)) continue;
            int& dealt = part.physical ? dealt_physical : dealt_virtual;
            const int hit = dealt_to(hosts, dealt, part.servers);
            dealt += part.servers;
            if (hit == 0) continue;
            const catalog::WorkloadClass& workload = input.variant->workloads[part.workload];
            const Service whole{.administration = a,
                                .workload = part.workload,
                                .site = site,
                                .servers = part.servers,
                                .class_share = static_cast<double>(part.servers) / all.at(part.workload),
                                .ram_gb = static_cast<double>(part.ram_gb) / part.servers,
                                .storage_gb = part.storage_gb,
                                .interactions_per_h = part.interactions_per_h,
                                .physical = part.physical,
                                .logon = is_logon(workload),
                                .criticality = workload.criticality};
            services.push_back(whole.part(hit));
        }
    }
    std::stable_sort(services.begin(), services.end(), [](const Service& a, const Service& b) {
        return std::tuple{a.criticality, !a.logon, a.workload, a.administration} <
               std::tuple{b.criticality, !b.logon, b.workload, b.administration};
    });
    return services;
}

double host_ram_gb(const EventInput& input, std::size_t site, deploy::PoolKind kind) {
    double ram = 0.0;
    for (const deploy::Pool& pool : input.year->sites[site].pools) {
        if (pool.kind != kind) continue;
        for (const deploy::HostSet& set : pool.hosts)
            ram += set.count * input.variant->host_types[set.type].ram_gb;
    }
    return ram;
}

double running_standby_ram_gb(const EventInput& input, std::size_t site) {
    double ram = 0.0;
    for (const deploy::Pool& pool : input.year->sites[site].pools) {
        const int hosts = hosts_of(pool);
        if (pool.kind != deploy::PoolKind::standby || hosts == 0) continue;
        double all = 0.0;
        for (const deploy::HostSet& set : pool.hosts)
            all += set.count * input.variant->host_types[set.type].ram_gb;
        ram += all * running_of(pool) / hosts;
    }
    return ram;
}

double used_ram_gb(const EventInput& input, std::size_t site) {
    double ram = 0.0;
    for (const deploy::AdministrationDeployment& administration : input.year->administrations) {
        for (const deploy::Part& part : administration.parts) {
            if (part.site == site && !part.physical) ram += part.ram_gb;
        }
    }
    const deploy::SiteDeployment& where = input.year->sites[site];
    return where.servers_asked > 0 ? ram * where.servers_placed / where.servers_asked : 0.0;
}

int host_count(const EventInput& input, std::size_t site, deploy::PoolKind kind) {
    int hosts = 0;
    for (const deploy::Pool& pool : input.year->sites[site].pools)
        hosts += pool.kind == kind ? hosts_of(pool) : 0;
    return hosts;
}

int running_standby_hosts(const EventInput& input, std::size_t site) {
    int hosts = 0;
    for (const deploy::Pool& pool : input.year->sites[site].pools) {
        if (pool.kind == deploy::PoolKind::standby) hosts += running_of(pool);
    }
    return hosts;
}

CoreGroup cores_of(const EventInput& input, std::size_t site, const std::vector<deploy::PoolKind>& kinds) {
    double cores = 0.0;
    double ops = 0.0;
    for (const deploy::Pool& pool : input.year->sites[site].pools) {
        if (std::find(kinds.begin(), kinds.end(), pool.kind) == kinds.end()) continue;
        for (const deploy::HostSet& set : pool.hosts) {
            const compute::HostType& type = input.variant->host_types[set.type];
            cores += static_cast<double>(set.count) * type.cores;
            ops += set.count * type.performance_ops;
        }
    }
    if (cores <= 0.0) return {};
    return {cores, ops / cores / input.variant->reference_core_ops};
}

}  // namespace verbund::events
