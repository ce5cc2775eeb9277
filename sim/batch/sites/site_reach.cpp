#include "sim/batch/sites/site_reach.hpp"

#include <algorithm>
#include <utility>

#include "sim/batch/sites/main_primary.hpp"
#include "sim/deploy/backup.hpp"
#include "sim/deploy/joined_pairs.hpp"
#include "sim/deploy/route_pairs.hpp"

namespace verbund::batch {
namespace {

const deploy::Deployment& year_of(const SimulatedChoice& choice) {
    return choice.world->year(choice.question->year).year();
}

/// Each primary with the backup site to which its people go.
std::vector<SitePairYear> nearest_pairs(std::vector<SitePairYear> pairs) {
    std::erase_if(pairs, [](const SitePairYear& pair) { return !pair.nearest; });
    return pairs;
}

/// Whether two routes to the backup site share anything.
class Routes {
public:
    Routes(const deploy::World& world, RouteCutRows& cuts)
        : network_{world.network()}, pairs_{world.routes()}, cuts_{cuts} {}

    void fill(std::size_t administration, std::size_t site, outcome::SiteReach& row) {
        const std::size_t from = network_.administration_node[administration];
        const network::DisjointPaths& paths = pairs_.between(from, site);
        row.disjoint = deploy::share_nothing(paths) ? 1.0 : 0.0;
        cuts_.add(paths, from, network_.site_node[site]);
    }

private:
    const deploy::NetworkPlan& network_;
    const deploy::RoutePairs& pairs_;
    RouteCutRows& cuts_;
};

}  // namespace

std::vector<SitePairYear> pairs_of(const SimulatedChoice& choice) {
    const std::vector<deploy::Site>& sites = choice.world->variant().sites;
    const std::vector<PrimarySite>& primaries = choice.question->primaries;
    std::vector<deploy::Replication> asked;
    std::vector<SitePairYear> pairs;
    for (const deploy::Replication& r : year_of(choice).replications) {
        const auto primary = std::find_if(primaries.begin(), primaries.end(),
                                          [&](const PrimarySite& p) { return p.id == sites[r.primary].id; });
        if (primary == primaries.end()) continue;
        asked.push_back(r);
        pairs.push_back({r.primary, r.backup, primary->rule.protects, r.gbit_s, r.nearest, false});
    }
    for (const std::size_t i : deploy::joined_pairs(asked, sites)) pairs[i].joined = true;
    return pairs;
}

std::vector<outcome::SiteReach> reach_of(const SimulatedChoice& choice,
                                         const std::vector<SitePairYear>& pairs, RouteCutRows& cuts) {
    const deploy::VariantDeployment& variant = choice.world->variant();
    const deploy::NetworkPlan& network = choice.world->network();
    const deploy::Deployment& year = year_of(choice);
    const std::vector<SitePairYear> nearest = nearest_pairs(pairs);
    std::vector<ProtectedSite> primaries;
    for (const SitePairYear& pair : nearest) primaries.push_back({pair.primary, pair.protects});
    std::vector<outcome::SiteReach> rows;
    Routes routes{*choice.world, cuts};
    for (std::size_t a = 0; a < year.administrations.size(); ++a) {
        const deploy::AdministrationDeployment& administration = year.administrations[a];
        const auto main = main_primary(administration, variant.workloads, primaries);
        if (!main) continue;
        const auto [primary, backup] = std::pair{nearest[*main].primary, nearest[*main].backup};
        outcome::SiteReach row;
        row.year = choice.question->year;
        row.administration = static_cast<std::int32_t>(a);
        row.primary = variant.sites[primary].id;
        row.backup = variant.sites[backup].id;
        row.workplaces = administration.seats;
        row.normal_ms = network.round_trip_ms(a, primary, administration.home);
        row.failover_ms = network.round_trip_ms(a, backup, administration.home);
        routes.fill(a, backup, row);
        rows.push_back(std::move(row));
    }
    return rows;
}

double over_limit_after_failover(const SimulatedChoice& choice, const std::vector<SitePairYear>& pairs) {
    const deploy::VariantDeployment& variant = choice.world->variant();
    const deploy::Deployment& year = year_of(choice);
    const std::vector<SitePairYear> nearest = nearest_pairs(pairs);
    double all = 0.0;
    double over = 0.0;
    for (std::size_t a = 0; a < year.administrations.size(); ++a) {
        const deploy::AdministrationDeployment& administration = year.administrations[a];
        for (const deploy::Part& part : administration.parts) {
            const auto pair = std::find_if(nearest.begin(), nearest.end(),
                                           [&](const SitePairYear& p) { return p.primary == part.site; });
            const catalog::WorkloadClass& workload = variant.workloads[part.workload];
            if (pair == nearest.end() || !deploy::is_protected(workload, pair->protects)) continue;
            const double ms = choice.world->network().round_trip_ms(a, pair->backup, administration.home);
            all += part.interactions_per_h;
            const bool slow = workload.rtt_limit_ms > 0.0 && ms > workload.rtt_limit_ms;
            over += slow ? part.interactions_per_h : 0.0F;
        }
    }
    return all > 0.0 ? over / all : 0.0;
}

}  // namespace verbund::batch
