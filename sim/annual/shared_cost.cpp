#include "sim/annual/shared_cost.hpp"

#include <numeric>
#include <set>

namespace verbund::annual {
namespace {

double sum_of(const std::vector<double>& values) {
    return std::accumulate(values.begin(), values.end(), 0.0);
}

/// As they are if they are all zero.
std::vector<double> scaled_to_one(std::vector<double> parts) {
    const double sum = sum_of(parts);
    if (sum > 0.0)
        for (double& part : parts) part /= sum;
    return parts;
}

}  // namespace

ClientShares::ClientShares(SharedThing thing, economics::ShareKey key,
                           const std::vector<study::ResolvedAdministration>& administrations,
                           const deploy::HostTypes& host_types, const deploy::Deployment& last,
                           std::size_t centers)
    : thing_{thing},
      key_{key},
      administrations_{administrations},
      host_types_{host_types},
      last_{last},
      at_center_(centers, Servers(last.administrations.size(), 0.0)) {
    all_.assign(last.administrations.size(), 0.0);
    for (std::size_t a = 0; a < last.administrations.size(); ++a) {
        for (const deploy::Part& part : last.administrations[a].parts) {
            all_[a] += part.servers;
            if (part.site < centers) at_center_[part.site][a] += part.servers;
        }
    }
}

std::vector<double> ClientShares::of_center(std::size_t center) const {
    std::vector<double> parts = scaled_to_one(weights(at_center_[center]));
    const std::vector<double> reserve = of_reserve(center);
    const double reserved = sum_of(reserve);
    if (sum_of(parts) > 0.0 && reserved > 0.0)
        for (std::size_t a = 0; a < parts.size(); ++a) parts[a] = (1.0 - reserved) * parts[a] + reserve[a];
    if (sum_of(parts) <= 0.0) parts = weights(at_primaries(center));
    if (sum_of(parts) <= 0.0) parts = weights(all_);
    if (sum_of(parts) <= 0.0) parts.assign(all_.size(), 1.0);
    return scaled_to_one(std::move(parts));
}

ClientShares::Servers ClientShares::at_primary(std::size_t primary) const {
    if (primary < at_center_.size()) return at_center_[primary];
    Servers servers(all_.size(), 0.0);
    for (std::size_t a = 0; a < servers.size(); ++a)
        if (last_.administrations[a].home == primary) servers[a] = last_.administrations[a].servers_at_home;
    return servers;
}

ClientShares::Servers ClientShares::at_primaries(std::size_t backup) const {
    std::set<std::size_t> primaries;
    for (const deploy::Replication& r : last_.replications)
        if (r.backup == backup) primaries.insert(r.primary);
    Servers servers(all_.size(), 0.0);
    for (const std::size_t primary : primaries) {
        const Servers at = at_primary(primary);
        for (std::size_t a = 0; a < servers.size(); ++a) servers[a] += at[a];
    }
    return servers;
}

/// By price and by power, not by number: standby hosts are of other sizes than the rest, and most of them
/// off.
double ClientShares::weight(const deploy::Pool& pool) const {
    if (thing_ == SharedThing::cost)
        return deploy::sum_over_hosts(pool.hosts, host_types_, &compute::HostType::price_eur);
    const auto idle_w = [](const compute::HostType& host) { return host.power_w.front(); };
    return pool.running_share * deploy::sum_over_hosts(pool.hosts, host_types_, idle_w);
}

/// Parts of a center's machines that stand by, for those they protect.
ClientShares::Servers ClientShares::of_reserve(std::size_t backup) const {
    Servers of(all_.size(), 0.0);
    const std::vector<deploy::Pool>& pools = last_.sites[backup].pools;
    const double all =
        std::accumulate(pools.begin(), pools.end(), 0.0,
                        [this](double sum, const deploy::Pool& pool) { return sum + weight(pool); });
    if (all <= 0.0) return of;
    for (const deploy::Pool& pool : pools) {
        if (pool.kind != deploy::PoolKind::standby || pool.primaries.empty()) continue;
        const double each = weight(pool) / all / static_cast<double>(pool.primaries.size());
        for (const std::uint32_t primary : pool.primaries) {
            const std::vector<double> parts = scaled_to_one(weights(at_primary(primary)));
            for (std::size_t a = 0; a < of.size(); ++a) of[a] += each * parts[a];
        }
    }
    return of;
}

std::vector<double> ClientShares::weights(const Servers& servers) const {
    std::vector<double> weights(servers.size(), 0.0);
    for (std::size_t a = 0; a < servers.size(); ++a) {
        if (servers[a] <= 0.0) continue;
        switch (key_) {
            case economics::ShareKey::servers:
                weights[a] = servers[a];
                break;
            case economics::ShareKey::workplaces:
                weights[a] = last_.administrations[a].seats * servers[a] / all_[a];
                break;
            case economics::ShareKey::inhabitants:
                weights[a] = administrations_[a].population * servers[a] / all_[a];
                break;
            case economics::ShareKey::equal:
                weights[a] = 1.0;
                break;
        }
    }
    return weights;
}

void share_costs(const ClientShares& shares, const deploy::Deployment& last,
                 const std::vector<outcome::SiteYear>& sites, std::size_t centers,
                 std::vector<outcome::AdministrationYear>& administrations) {
    for (std::size_t a = 0; a < administrations.size(); ++a) {
        const std::size_t home = last.administrations[a].home;
        if (home >= centers) administrations[a].cost_eur += sites[home].cost.total_eur;
    }
    for (std::size_t c = 0; c < centers; ++c) {
        const double eur = sites[c].cost.total_eur;
        if (eur == 0.0) continue;
        const std::vector<double> part = shares.of_center(c);
        for (std::size_t a = 0; a < administrations.size(); ++a) administrations[a].cost_eur += eur * part[a];
    }
}

}  // namespace verbund::annual
