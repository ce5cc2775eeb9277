#include "sim/events/drill/services.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <tuple>

#include <fmt/format.h>

#include "models/estate/estate.hpp"
#include "sim/deploy/backup.hpp"

namespace verbund::events {
namespace {

FailedHosts hosts_from(int first, int count, int of) {
    FailedHosts hosts{{}, of};
    for (int i = first; i < first + count; ++i) hosts.numbers.insert(i);
    return hosts;
}

/// Hosts of a room: by its share of the IT load, rooms one after the other.
FailedHosts hosts_of_room(const deploy::WorldYear& input, const DrillTarget& target, int hosts) {
    const auto& plant = input.year().sites[target.site].plant;
    if (!plant || target.room >= plant->rooms.size()) return hosts_from(0, hosts, hosts);
    double before = 0.0;
    for (std::size_t r = 0; r < target.room; ++r) before += plant->rooms[r].load_share;
    const auto upto = [hosts](double share) { return static_cast<int>(std::lround(share * hosts)); };
    const int first = upto(before);
    return hosts_from(first, upto(before + plant->rooms[target.room].load_share) - first, hosts);
}

FailedHosts hosts_of_rack(const deploy::WorldYear& input, const DrillTarget& target, int hosts) {
    const FailedHosts room = hosts_of_room(input, target, hosts);
    const double racks =
        std::max(1.0, std::ceil(input.year().sites[target.site].needs.of[Resource::racks] * room.share()));
    const int in_rack = std::min(room.count(), static_cast<int>(std::ceil(room.count() / racks)));
    return hosts_from(room.numbers.empty() ? 0 : *room.numbers.begin(), in_rack, hosts);
}

FailedHosts one_host(const deploy::WorldYear& input, const DrillTarget& target, int hosts) {
    if (hosts == 0) return {};
    RandomStream stream = drill_stream(input, "host", target.site);
    return hosts_from(static_cast<int>(stream.below(static_cast<std::uint64_t>(hosts))), 1, hosts);
}

/// Of the servers numbered from `first` on: those dealt to failed hosts.
int dealt_to(const FailedHosts& hosts, int first, int servers) {
    if (hosts.whole()) return servers;
    // Among the numbers below n, those whose host has failed.
    const auto below = [&hosts](int n) {
        const auto rest = hosts.numbers.lower_bound(n % hosts.of);
        return n / hosts.of * hosts.count() + static_cast<int>(std::distance(hosts.numbers.begin(), rest));
    };
    return below(first + servers) - below(first);
}

/// Servers that a site was asked to run and could not, by administration and class.
using Refusals = std::map<std::pair<std::size_t, std::size_t>, int>;

Refusals refusals_at(const deploy::SiteDeployment& site) {
    Refusals refused;
    for (const deploy::Refused& r : site.refused) refused[{r.administration, r.workload}] += r.servers;
    return refused;
}

/// A part without what was refused of it: it has never run, so nothing of it fails.
deploy::Part placed_part(deploy::Part part, std::size_t administration, Refusals& refused) {
    const auto found = refused.find({administration, part.workload});
    if (found == refused.end() || part.servers == 0) return part;
    const int gone = std::min(found->second, part.servers);
    found->second -= gone;
    const float share = static_cast<float>(part.servers - gone) / static_cast<float>(part.servers);
    part.servers -= gone;
    part.ram_gb *= share;
    part.storage_gb *= share;
    part.interactions_per_h *= share;
    part.traffic_gbit_s *= share;
    return part;
}

/// All servers of a class or none.
std::vector<Service> protected_by_class(const deploy::WorldYear& input, study::ProtectedLoad what,
                                        std::vector<Service> services) {
    for (Service& service : services)
        service.protected_by_rule = deploy::is_protected(input.variant().workloads[service.workload], what);
    return services;
}

/// Splits services into the servers of critical procedures, as many as run at the site, and the others.
std::vector<Service> protected_by_procedure(const deploy::WorldYear& input, std::size_t site,
                                            const std::vector<Service>& services) {
    std::map<std::size_t, std::vector<double>> servers_of;  // by class, in the order of the services
    for (const Service& service : services) servers_of[service.workload].push_back(service.servers);
    std::map<std::size_t, std::vector<int>> critical_of;
    for (const auto& [workload, servers] : servers_of) {
        const double share = deploy::protected_share(input.year().procedures, site, workload,
                                                     input.variant().workloads[workload],
                                                     study::ProtectedLoad::critical_procedures);
        const double all = std::accumulate(servers.begin(), servers.end(), 0.0);
        critical_of[workload] = estate::apportion(static_cast<int>(std::lround(share * all)), servers);
    }
    std::map<std::size_t, std::size_t> next;
    std::vector<Service> split;
    for (const Service& service : services) {
        const int critical = critical_of[service.workload][next[service.workload]++];
        if (critical > 0) {
            Service& part = split.emplace_back(service.part(critical));
            part.criticality = std::min(part.criticality, catalog::Criticality::critical);
            part.protected_by_rule = true;
        }
        if (critical < service.servers) split.push_back(service.part(service.servers - critical));
    }
    return split;
}

/// Notes what the rule of the site keeps copies of.
std::vector<Service> with_protection(const deploy::WorldYear& input, std::size_t site,
                                     std::vector<Service> services) {
    const deploy::Site& where = input.variant().sites[site];
    const study::Backup* rule = where.center != nullptr ? deploy::backup_rule(input.study(), where) : nullptr;
    if (rule == nullptr) return services;
    if (rule->protects != study::ProtectedLoad::critical_procedures)
        return protected_by_class(input, rule->protects, std::move(services));
    return protected_by_procedure(input, site, services);
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

bool is_logon(const deploy::WorldYear& input, std::size_t workload) {
    const std::vector<std::string>& classes = input.study().events.recovery.logon;
    return std::find(classes.begin(), classes.end(), input.variant().workloads[workload].id) != classes.end();
}

FailedHosts failing_hosts(const deploy::WorldYear& input, const DrillTarget& target) {
    using continuity::HostsHit;
    const int cluster = host_count(input, target.site, deploy::PoolKind::cluster);
    const int hosts = cluster > 0 ? cluster : host_count(input, target.site, deploy::PoolKind::physical);
    switch (target.facts().hosts) {
        case HostsHit::none:
            return {};
        case HostsHit::one:
            return one_host(input, target, hosts);
        case HostsHit::rack:
            return hosts_of_rack(input, target, hosts);
        case HostsHit::room:
            return hosts_of_room(input, target, hosts);
        case HostsHit::all:
            break;
    }
    return hosts_from(0, hosts, hosts);
}

std::vector<Service> services_on(const deploy::WorldYear& input, std::size_t site, const FailedHosts& hosts,
                                 bool virtual_only) {
    std::vector<Service> services;
    int dealt_virtual = 0;
    int dealt_physical = 0;
    Refusals refused = refusals_at(input.year().sites[site]);
    for (std::size_t a = 0; a < input.year().administrations.size(); ++a) {
        const deploy::AdministrationDeployment& administration = input.year().administrations[a];
        const std::map<std::size_t, int> all = servers_by_class(administration);
        for (const deploy::Part& asked : administration.parts) {
            if (asked.site != site) continue;
            const deploy::Part part = placed_part(asked, a, refused);
            if (part.servers == 0 || (virtual_only && part.physical)) continue;
            int& dealt = part.physical ? dealt_physical : dealt_virtual;
            const int hit = dealt_to(hosts, dealt, part.servers);
            dealt += part.servers;
            if (hit == 0) continue;
            const catalog::WorkloadClass& workload = input.variant().workloads[part.workload];
            const Service whole{.administration = a,
                                .workload = part.workload,
                                .site = site,
                                .servers = part.servers,
                                .class_share = static_cast<double>(part.servers) / all.at(part.workload),
                                .ram_gb = static_cast<double>(part.ram_gb) / part.servers,
                                .storage_gb = part.storage_gb,
                                .interactions_per_h = part.interactions_per_h,
                                .physical = part.physical,
                                .logon = is_logon(input, part.workload),
                                .criticality = workload.criticality};
            services.push_back(whole.part(hit));
        }
    }
    services = with_protection(input, site, std::move(services));
    std::stable_sort(services.begin(), services.end(), starts_before);
    return services;
}

bool starts_before(const Service& a, const Service& b) {
    return std::tuple{a.criticality, !a.logon, a.workload, a.administration} <
           std::tuple{b.criticality, !b.logon, b.workload, b.administration};
}

double host_ram_gb(const deploy::WorldYear& input, std::size_t site, deploy::PoolKind kind) {
    return deploy::sum_over_hosts(deploy::hosts_of(input.year().sites[site].pools, kind),
                                  input.variant().host_types, &compute::HostType::ram_gb);
}

double running_standby_ram_gb(const deploy::WorldYear& input, std::size_t site) {
    double ram = 0.0;
    for (const deploy::Pool& pool : input.year().sites[site].pools)
        if (pool.kind == deploy::PoolKind::standby)
            ram += deploy::running_ram_gb(pool, input.variant().host_types);
    return ram;
}

double used_ram_gb(const deploy::WorldYear& input, std::size_t site) {
    double ram = 0.0;
    Refusals refused = refusals_at(input.year().sites[site]);
    for (std::size_t a = 0; a < input.year().administrations.size(); ++a) {
        for (const deploy::Part& part : input.year().administrations[a].parts)
            if (part.site == site && !part.physical) ram += placed_part(part, a, refused).ram_gb;
    }
    return ram;
}

int host_count(const deploy::WorldYear& input, std::size_t site, deploy::PoolKind kind) {
    return deploy::host_count(deploy::hosts_of(input.year().sites[site].pools, kind));
}

int running_standby_hosts(const deploy::WorldYear& input, std::size_t site) {
    int hosts = 0;
    for (const deploy::Pool& pool : input.year().sites[site].pools)
        if (pool.kind == deploy::PoolKind::standby) hosts += deploy::running_hosts(pool);
    return hosts;
}

deploy::CoreGroup cores_of(const deploy::WorldYear& input, std::size_t site, deploy::PoolKinds kinds) {
    return deploy::cores_of(deploy::hosts_of(input.year().sites[site].pools, kinds),
                            input.variant().host_types, input.variant().reference_core_ops);
}

}  // namespace verbund::events
