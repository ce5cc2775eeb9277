#include "sim/deploy/backup.hpp"

#include <algorithm>

#include "models/network/topology.hpp"
#include "sim/deploy/sites.hpp"

namespace verbund::deploy {
namespace {

const study::Backup* rule_for(const study::Study& study, const Site& primary) {
    for (const std::string& key : {primary.id, "group:" + primary.center->group, std::string{"all"}}) {
        const auto found = study.backups.find(key);
        if (found != study.backups.end()) return &found->second;
    }
    return nullptr;
}

std::optional<std::size_t> choose_backup(const study::Backup& rule, const std::vector<Site>& sites,
                                         std::size_t primary, int year) {
    const Site& site = sites[primary];
    const std::string& target =
        rule.center == "partner" && site.center->partner ? *site.center->partner : rule.center;
    std::vector<std::size_t> candidates = centers_named(sites, target, year);
    const bool from_group = target.starts_with("group:");
    std::erase_if(candidates, [&](std::size_t c) {
        return c == primary ||
               (from_group && network::great_circle(site.at, sites[c].at) < rule.min_distance);
    });
    return nearest(sites, candidates, site.at);
}

}  // namespace

std::vector<BackupPair> backup_pairs(const study::Study& study, const std::vector<Site>& sites, int year) {
    std::vector<BackupPair> pairs;
    for (std::size_t i = 0; i < center_count(sites); ++i) {
        if (!stands(*sites[i].center, year)) continue;
        const study::Backup* rule = rule_for(study, sites[i]);
        if (rule == nullptr || (rule->from && year < *rule->from)) continue;
        const auto backup = choose_backup(*rule, sites, i, year);
        if (backup) pairs.push_back({i, *backup, rule});
    }
    return pairs;
}

bool is_protected(const catalog::WorkloadClass& workload, study::ProtectedLoad what) {
    return what == study::ProtectedLoad::all || workload.criticality <= catalog::Criticality::critical;
}

StandbyAsk standby_ask(const BackupPair& pair, const SiteDemand& primary,
                       const std::vector<catalog::WorkloadClass>& workloads, const study::Study& study) {
    const continuity::StandbyShares shares = continuity::standby_shares(pair.rule->standby);
    StandbyAsk ask;
    ask.primary = pair.primary;
    ask.hosts_installed_share = shares.hosts_installed;
    ask.hosts_running_share = shares.hosts_running;
    Data daily_change;
    for (const Shape& shape : primary.shapes) {
        const catalog::WorkloadClass& workload = workloads[shape.workload];
        if (!is_protected(workload, pair.rule->protects)) continue;
        if (shares.hosts_installed > 0.0) ask.shapes.push_back(shape);
        ask.storage_gb += shape.storage_gb;
        daily_change += shape.storage_gb * workload.daily_change_share * gigabyte;
    }
    if (pair.rule->replication != continuity::ReplicationMode::none) {
        ask.replication_gbit_s = continuity::replication_link(daily_change, study.network.replication_window)
                                     .in(gigabit_per_second);
    }
    return ask;
}

}  // namespace verbund::deploy
