#include "sim/deploy/backup.hpp"

#include <algorithm>
#include <map>

#include "models/network/topology.hpp"
#include "scenarios/study/center_sets.hpp"
#include "sim/deploy/procedures.hpp"
#include "sim/deploy/sites.hpp"

namespace verbund::deploy {
namespace {

/// Centers that may back up a primary, nearest first; equally far ones by what they are.
std::vector<std::size_t> partners_of(const study::Backup& rule, const std::vector<Site>& sites,
                                     std::size_t primary, Date day) {
    const Site& site = sites[primary];
    const std::string& target =
        rule.center == "partner" && site.center->partner ? *site.center->partner : rule.center;
    std::vector<std::size_t> partners = centers_named(sites, target, day);
    const bool from_group = target.starts_with("group:");
    std::map<std::size_t, Length> distance;  // each measured once
    for (const std::size_t c : partners) distance[c] = network::great_circle(site.at, sites[c].at);
    std::erase_if(
        partners,
        [&](std::size_t c) { return c == primary || (from_group && distance[c] < rule.min_distance); });
    std::stable_sort(partners.begin(), partners.end(), [&](std::size_t a, std::size_t b) {
        return distance[a] != distance[b] ? distance[a] < distance[b] : before_by_content(sites[a], sites[b]);
    });
    return partners;
}

/// Servers of the shape that go to `part` of `parts`, given how many were dealt before; data go with them.
Shape dealt(Shape shape, int before, int part, int parts) {
    const auto up_to = [&](int servers) { return (servers + parts - 1 - part) / parts; };
    const int count = up_to(before + shape.count) - up_to(before);
    shape.storage_gb *= shape.count > 0 ? static_cast<double>(count) / shape.count : 1.0 / parts;
    shape.count = count;
    return shape;
}

/// Sums by criticality, most critical first.
void add_protected(std::vector<ProtectedClass>& classes, catalog::Criticality criticality,
                   const Shape& shape) {
    const auto at =
        std::lower_bound(classes.begin(), classes.end(), criticality,
                         [](const ProtectedClass& c, catalog::Criticality k) { return c.criticality < k; });
    const bool known = at != classes.end() && at->criticality == criticality;
    ProtectedClass& sum = known ? *at : *classes.insert(at, {criticality, 0, 0.0});
    sum.servers += shape.count;
    sum.storage_gb += shape.storage_gb;
}

/// How many servers of a shape a rule protects.
struct ProtectedShape {
    const Shape* shape = nullptr;
    int servers = 0;
};

std::vector<ProtectedShape> critical_shapes(std::size_t primary, const std::vector<Shape>& shapes,
                                            std::size_t workloads,
                                            const std::vector<ProcedureServers>& procedures) {
    std::vector<ProtectedShape> chosen;
    for (const Shape& shape : shapes) chosen.push_back({&shape, 0});
    for (std::size_t w = 0; w < workloads; ++w) {
        std::vector<double> weights;
        for (const Shape& shape : shapes) weights.push_back(shape.workload == w ? shape.count : 0.0);
        const std::vector<int> counts =
            estate::apportion(critical_servers(procedures, primary, w).servers, weights);
        for (std::size_t i = 0; i < shapes.size(); ++i) chosen[i].servers += counts[i];
    }
    std::erase_if(chosen, [](const ProtectedShape& c) { return c.servers == 0; });
    return chosen;
}

std::vector<ProtectedShape> protected_shapes(const BackupPair& pair, const std::vector<Shape>& shapes,
                                             const std::vector<catalog::WorkloadClass>& workloads,
                                             const std::vector<ProcedureServers>& procedures) {
    if (pair.rule->protects == study::ProtectedLoad::critical_procedures)
        return critical_shapes(pair.primary, shapes, workloads.size(), procedures);
    std::vector<ProtectedShape> chosen;
    for (const Shape& shape : shapes)
        if (is_protected(workloads[shape.workload], pair.rule->protects))
            chosen.push_back({&shape, shape.count});
    return chosen;
}

/// The shape with as many of its servers, and their part of the data.
Shape part_of(const ProtectedShape& chosen) {
    Shape part = *chosen.shape;
    if (chosen.servers == part.count) return part;
    part.storage_gb *= static_cast<double>(chosen.servers) / part.count;
    part.count = chosen.servers;
    return part;
}

/// The importance of a protected server: its class's, at least critical where its procedure is.
catalog::Criticality importance_of(const catalog::WorkloadClass& workload, study::ProtectedLoad what) {
    if (what != study::ProtectedLoad::critical_procedures) return workload.criticality;
    return std::min(workload.criticality, catalog::Criticality::critical);
}

}  // namespace

const study::Backup* backup_rule(const study::Study& study, const Site& primary) {
    for (const std::string& key : {primary.id, "group:" + primary.center->group, std::string{"all"}}) {
        const auto found = study.backups.find(key);
        if (found != study.backups.end()) return &found->second;
    }
    return nullptr;
}

std::vector<std::size_t> BackupPair::sites() const {
    std::vector<std::size_t> all{backup};
    all.insert(all.end(), further.begin(), further.end());
    return all;
}

std::optional<BackupPair> backup_pair(const study::Study& study, const std::vector<Site>& sites,
                                      std::size_t primary, Date day) {
    if (!study::stands_on(*sites[primary].center, day)) return std::nullopt;
    const study::Backup* rule = backup_rule(study, sites[primary]);
    if (rule == nullptr || (rule->from && day < rule->from->date)) return std::nullopt;
    const std::vector<std::size_t> partners = partners_of(*rule, sites, primary, day);
    if (partners.empty()) return std::nullopt;
    BackupPair pair{primary, partners.front(), rule};
    if (rule->spread == study::FallbackSpread::all) pair.further.assign(partners.begin() + 1, partners.end());
    return pair;
}

std::vector<BackupPair> backup_pairs(const study::Study& study, const std::vector<Site>& sites, Date day) {
    std::vector<BackupPair> pairs;
    for (std::size_t i = 0; i < center_count(sites); ++i)
        if (auto pair = backup_pair(study, sites, i, day)) pairs.push_back(std::move(*pair));
    return pairs;
}

int in_force_since(const BackupPair& pair, const std::vector<Site>& sites, std::size_t site) {
    const Date both_stand =
        std::max(sites[pair.primary].center->commissioned, sites[site].center->commissioned);
    return std::max(both_stand, pair.rule->from.value_or(study::StartDay{both_stand}).date).year;
}

OutsideCopy outside_copy(const study::Study& study, const std::vector<Site>& sites, std::size_t site,
                         Date day) {
    using Place = OutsideCopy::Place;
    const study::Center* center = sites[site].center;
    if (center == nullptr) return {study.home.outside_copy ? Place::elsewhere : Place::none, 0};
    if (!center->outside_copy) {
        const std::optional<BackupPair> pair = backup_pair(study, sites, site, day);
        return pair ? OutsideCopy{Place::center, pair->backup} : OutsideCopy{Place::elsewhere, 0};
    }
    if (*center->outside_copy == study::outside_elsewhere) return {Place::elsewhere, 0};
    const std::vector<std::size_t> named = centers_named(sites, *center->outside_copy, day);
    return named.empty() ? OutsideCopy{} : OutsideCopy{Place::center, named.front()};
}

std::vector<OutsideTransfer> outside_transfers(const study::Study& study, const std::vector<Site>& sites,
                                               const std::vector<SiteDemand>& demands,
                                               const std::vector<catalog::WorkloadClass>& workloads,
                                               Date day) {
    const study::Night& night = study.events.night;
    std::vector<OutsideTransfer> transfers;
    for (std::size_t s = 0; s < center_count(sites); ++s) {
        const OutsideCopy copy = outside_copy(study, sites, s, day);
        if (!study::stands_on(*sites[s].center, day) || copy.place != OutsideCopy::Place::center) continue;
        Data changed;
        for (const Shape& shape : demands[s].shapes)
            changed += shape.storage_gb * workloads[shape.workload].daily_change_share * gigabyte;
        if (!(changed > Data{})) continue;
        const Data sent = changed * (night.image_factor / night.reduction);
        transfers.push_back({static_cast<std::uint32_t>(s), static_cast<std::uint32_t>(copy.site),
                             (sent / night.lasts).in(gigabit_per_second),
                             (sent / (1.0 * days)).in(gigabit_per_second), demands[s].storage_gb()});
    }
    return transfers;
}

std::vector<double> night_copies(std::size_t sites, const std::vector<Replication>& replications,
                                 const std::vector<OutsideTransfer>& outside) {
    std::vector<double> out(sites, 0.0);
    std::vector<double> in(sites, 0.0);
    for (const Replication& r : replications) {
        out[r.primary] += r.mean_gbit_s;
        in[r.backup] += r.mean_gbit_s;
    }
    for (const OutsideTransfer& t : outside) {
        out[t.from] += t.gbit_s;
        in[t.to] += t.gbit_s;
    }
    for (std::size_t s = 0; s < sites; ++s) out[s] = std::max(out[s], in[s]);
    return out;
}

bool is_protected(const catalog::WorkloadClass& workload, study::ProtectedLoad what) {
    return what == study::ProtectedLoad::all || workload.criticality <= catalog::Criticality::critical;
}

StandbyAsk standby_ask(const BackupPair& pair, const SiteDemand& primary,
                       const std::vector<catalog::WorkloadClass>& workloads, const study::Study& study,
                       std::size_t part, const std::vector<ProcedureServers>& procedures) {
    const continuity::StandbyShares shares =
        continuity::standby_shares(pair.rule->standby, study.hosts.warm_running.in(one));
    StandbyAsk ask;
    ask.primary = pair.primary;
    ask.mode = pair.rule->standby;
    ask.sizing = pair.rule->sizing;
    ask.hosts_installed_share = shares.hosts_installed;
    ask.hosts_running_share = shares.hosts_running;
    Data daily_change;
    int before = 0;
    for (const ProtectedShape& chosen : protected_shapes(pair, primary.shapes, workloads, procedures)) {
        const catalog::WorkloadClass& workload = workloads[chosen.shape->workload];
        const Shape shape =
            dealt(part_of(chosen), before, static_cast<int>(part), static_cast<int>(pair.further.size()) + 1);
        before += chosen.servers;
        add_protected(ask.classes, importance_of(workload, pair.rule->protects), shape);
        if (shares.hosts_installed > 0.0) ask.shapes.push_back(shape);
        ask.storage_gb += shape.storage_gb;
        daily_change += shape.storage_gb * workload.daily_change_share * gigabyte;
    }
    if (pair.rule->replication != continuity::ReplicationMode::none) {
        ask.replication_gbit_s = continuity::replication_rate(daily_change, study.network.replication_window)
                                     .in(gigabit_per_second);
        ask.replication_mean_gbit_s = (daily_change / (1.0 * days)).in(gigabit_per_second);
    }
    return ask;
}

double protected_share(const std::vector<ProcedureServers>& procedures, std::size_t primary,
                       std::size_t index, const catalog::WorkloadClass& workload, study::ProtectedLoad what) {
    if (what != study::ProtectedLoad::critical_procedures) return is_protected(workload, what) ? 1.0 : 0.0;
    const CriticalServers critical = critical_servers(procedures, primary, index);
    return critical.of > 0 ? static_cast<double>(critical.servers) / critical.of : 0.0;
}

double daily_change_share(const VariantDeployment& variant, std::size_t workload, int year) {
    return estate::daily_change_share(variant.workloads[workload], variant.growth, year - variant.base_year);
}

}  // namespace verbund::deploy
