#include "sim/batch/sites/site_reach.hpp"

#include <algorithm>
#include <map>
#include <optional>

#include "models/network/disjoint.hpp"
#include "models/network/disjoint_words.hpp"
#include "sim/deploy/backup.hpp"

namespace verbund::batch {
namespace {

const deploy::Deployment& year_of(const SimulatedChoice& choice) {
    return choice.world->deployment().years.at(
        static_cast<std::size_t>(choice.question->year - choice.question->set->horizon.first));
}

const SitePairYear* nearest_backup(const std::vector<SitePairYear>& pairs, std::size_t primary) {
    const auto found = std::find_if(pairs.begin(), pairs.end(),
                                    [&](const SitePairYear& p) { return p.primary == primary && p.nearest; });
    return found == pairs.end() ? nullptr : &*found;
}

/// The primary with most of an administration's critical servers.
std::optional<std::size_t> main_primary(const SimulatedChoice& choice,
                                        const deploy::AdministrationDeployment& administration,
                                        const std::vector<SitePairYear>& pairs) {
    std::map<std::size_t, int> servers;
    for (const deploy::Part& part : administration.parts) {
        const catalog::WorkloadClass& workload = choice.world->deployment().workloads[part.workload];
        const bool protects = deploy::is_protected(workload, study::ProtectedLoad::critical);
        if (protects && nearest_backup(pairs, part.site) != nullptr) servers[part.site] += part.servers;
    }
    const auto most = std::max_element(servers.begin(), servers.end(),
                                       [](const auto& a, const auto& b) { return a.second < b.second; });
    if (most == servers.end() || most->second == 0) return std::nullopt;
    return most->first;
}

/// Disjoint pairs of routes from many nodes to one backup site.
class Routes {
public:
    explicit Routes(const deploy::NetworkPlan& network)
        : network_{network}, names_{network::names_by_id(network.topology)} {}

    void find(std::size_t site, const std::vector<std::size_t>& nodes) {
        std::vector<network::DisjointPaths> found =
            network::disjoint_paths(network_.topology, nodes, network_.site_node[site], network_.delays);
        for (std::size_t i = 0; i < nodes.size(); ++i) {
            const std::size_t to = network_.site_node[site];
            const bool apart = found[i].kind == network::PairKind::disjoint ||
                               found[i].kind == network::PairKind::same_place;
            const auto words = [&](network::Language language) {
                return apart ? std::string{}
                             : network::describe(found[i], network_.topology, nodes[i], to, names_, language);
            };
            answers_[{site, nodes[i]}] = {apart, words(network::Language::german),
                                          words(network::Language::english)};
        }
    }

    void fill(std::size_t site, std::size_t node, outcome::SiteReach& row) const {
        const Answer& answer = answers_.at({site, node});
        row.disjoint = answer.apart ? 1.0 : 0.0;
        row.shared_de = answer.german;
        row.shared_en = answer.english;
    }

private:
    struct Answer {
        bool apart = false;
        std::string german;
        std::string english;
    };
    const deploy::NetworkPlan& network_;
    network::NetworkNames names_;
    std::map<std::pair<std::size_t, std::size_t>, Answer> answers_;
};

}  // namespace

std::vector<SitePairYear> pairs_of(const SimulatedChoice& choice) {
    const std::vector<deploy::Site>& sites = choice.world->deployment().sites;
    std::vector<SitePairYear> pairs;
    for (const deploy::Replication& r : year_of(choice).replications) {
        const bool asked = std::any_of(choice.question->primaries.begin(), choice.question->primaries.end(),
                                       [&](const PrimarySite& p) { return p.id == sites[r.primary].id; });
        if (asked) pairs.push_back({r.primary, r.backup, r.gbit_s, r.nearest});
    }
    return pairs;
}

std::vector<outcome::SiteReach> reach_of(const SimulatedChoice& choice,
                                         const std::vector<SitePairYear>& pairs) {
    const deploy::VariantDeployment& variant = choice.world->deployment();
    const deploy::NetworkPlan& network = choice.world->network();
    const deploy::Deployment& year = year_of(choice);
    std::vector<outcome::SiteReach> rows;
    std::vector<std::pair<std::size_t, std::size_t>> ways;  // backup site, node; per row
    std::map<std::size_t, std::vector<std::size_t>> nodes;  // by backup site
    for (std::size_t a = 0; a < year.administrations.size(); ++a) {
        const deploy::AdministrationDeployment& administration = year.administrations[a];
        const auto primary = main_primary(choice, administration, pairs);
        if (!primary) continue;
        const std::size_t backup = nearest_backup(pairs, *primary)->backup;
        outcome::SiteReach row;
        row.year = choice.question->year;
        row.administration = static_cast<std::int32_t>(a);
        row.primary = variant.sites[*primary].id;
        row.backup = variant.sites[backup].id;
        row.workplaces = administration.seats;
        row.normal_ms = network.round_trip_ms(a, *primary, administration.home);
        row.failover_ms = network.round_trip_ms(a, backup, administration.home);
        rows.push_back(std::move(row));
        ways.emplace_back(backup, network.administration_node[a]);
        nodes[backup].push_back(network.administration_node[a]);
    }
    Routes routes{network};
    for (const auto& [site, from] : nodes) routes.find(site, from);
    for (std::size_t i = 0; i < rows.size(); ++i) routes.fill(ways[i].first, ways[i].second, rows[i]);
    return rows;
}

double over_limit_after_failover(const SimulatedChoice& choice, const std::vector<SitePairYear>& pairs) {
    const deploy::VariantDeployment& variant = choice.world->deployment();
    const deploy::Deployment& year = year_of(choice);
    double all = 0.0;
    double over = 0.0;
    for (std::size_t a = 0; a < year.administrations.size(); ++a) {
        const deploy::AdministrationDeployment& administration = year.administrations[a];
        for (const deploy::Part& part : administration.parts) {
            const SitePairYear* pair = nearest_backup(pairs, part.site);
            const catalog::WorkloadClass& workload = variant.workloads[part.workload];
            if (pair == nullptr || !deploy::is_protected(workload, study::ProtectedLoad::critical)) continue;
            const double ms = choice.world->network().round_trip_ms(a, pair->backup, administration.home);
            all += part.interactions_per_h;
            const bool slow = workload.rtt_limit_ms > 0.0 && ms > workload.rtt_limit_ms;
            over += slow ? part.interactions_per_h : 0.0F;
        }
    }
    return all > 0.0 ? over / all : 0.0;
}

}  // namespace verbund::batch
