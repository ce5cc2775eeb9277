#include "sim/annual/shared_cost.hpp"

#include <numeric>
#include <set>

namespace verbund::annual {
namespace {

double sum_of(const std::vector<double>& values) {
    return std::accumulate(values.begin(), values.end(), 0.0);
}

}  // namespace

ClientShares::ClientShares(economics::ShareKey key,
                           const std::vector<study::ResolvedAdministration>& administrations,
                           const deploy::Deployment& last, std::size_t centers)
    : key_{key},
      administrations_{administrations},
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
    std::vector<double> parts = weights(at_center_[center]);
    if (sum_of(parts) <= 0.0) parts = weights(at_primaries(center));
    if (sum_of(parts) <= 0.0) parts = weights(all_);
    if (sum_of(parts) <= 0.0) parts.assign(all_.size(), 1.0);
    const double sum = sum_of(parts);
    for (double& part : parts) part /= sum;
    return parts;
}

ClientShares::Servers ClientShares::at_primaries(std::size_t backup) const {
    std::set<std::size_t> primaries;
    for (const deploy::Replication& r : last_.replications)
        if (r.backup == backup) primaries.insert(r.primary);
    Servers servers(all_.size(), 0.0);
    for (std::size_t a = 0; a < servers.size(); ++a) {
        for (const std::size_t site : primaries)
            if (site < at_center_.size()) servers[a] += at_center_[site][a];
        const deploy::AdministrationDeployment& administration = last_.administrations[a];
        if (administration.home >= at_center_.size() && primaries.contains(administration.home))
            servers[a] += administration.servers_at_home;
    }
    return servers;
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
