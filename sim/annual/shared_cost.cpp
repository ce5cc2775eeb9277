#include "sim/annual/shared_cost.hpp"

#include <numeric>
#include <set>

namespace verbund::annual {
namespace {

/// Servers of each administration, by where they run.
class Clients {
public:
    Clients(const deploy::Deployment& last, std::size_t centers)
        : last_{last}, at_center_(centers, std::vector<double>(last.administrations.size(), 0.0)) {
        all_.assign(last.administrations.size(), 0.0);
        for (std::size_t a = 0; a < last.administrations.size(); ++a) {
            for (const deploy::Part& part : last.administrations[a].parts) {
                all_[a] += part.servers;
                if (part.site < centers) at_center_[part.site][a] += part.servers;
            }
        }
    }

    /// By what the cost of a center is shared.
    [[nodiscard]] std::vector<double> of_center(std::size_t center) const {
        if (sum_of(at_center_[center]) > 0.0) return at_center_[center];
        std::vector<double> protected_ones = of_primaries(center);
        if (sum_of(protected_ones) > 0.0) return protected_ones;
        return sum_of(all_) > 0.0 ? all_ : std::vector<double>(all_.size(), 1.0);
    }

    static double sum_of(const std::vector<double>& values) {
        return std::accumulate(values.begin(), values.end(), 0.0);
    }

private:
    [[nodiscard]] std::vector<double> of_primaries(std::size_t backup) const {
        std::set<std::size_t> primaries;
        for (const deploy::Replication& r : last_.replications)
            if (r.backup == backup) primaries.insert(r.primary);
        std::vector<double> servers(all_.size(), 0.0);
        for (std::size_t a = 0; a < servers.size(); ++a) {
            for (const std::size_t site : primaries)
                if (site < at_center_.size()) servers[a] += at_center_[site][a];
            const deploy::AdministrationDeployment& administration = last_.administrations[a];
            if (administration.home >= at_center_.size() && primaries.contains(administration.home))
                servers[a] += administration.servers_at_home;
        }
        return servers;
    }

    const deploy::Deployment& last_;
    std::vector<std::vector<double>> at_center_;  ///< [center][administration]
    std::vector<double> all_;                     ///< [administration]
};

}  // namespace

void share_costs(const deploy::Deployment& last, const std::vector<outcome::SiteYear>& sites,
                 std::size_t centers, std::vector<outcome::AdministrationYear>& administrations) {
    for (std::size_t a = 0; a < administrations.size(); ++a) {
        const std::size_t home = last.administrations[a].home;
        if (home >= centers) administrations[a].cost_eur += sites[home].cost.total_eur;
    }
    const Clients clients{last, centers};
    for (std::size_t c = 0; c < centers; ++c) {
        const double eur = sites[c].cost.total_eur;
        if (eur == 0.0) continue;
        const std::vector<double> part = clients.of_center(c);
        const double all = Clients::sum_of(part);
        for (std::size_t a = 0; a < administrations.size(); ++a)
            administrations[a].cost_eur += eur * part[a] / all;
    }
}

}  // namespace verbund::annual
