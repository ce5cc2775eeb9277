#include "sim/deploy/routes_in_use.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "sim/deploy/backup.hpp"

namespace verbund::deploy {
namespace {

class Collector {
public:
    Collector(const study::Study& study, const VariantDeployment& variant)
        : study_{study}, variant_{variant} {}

    void add(const Deployment& year) {
        std::map<std::size_t, BackupPair> pairs;
        for (BackupPair& pair : backup_pairs(study_, variant_.sites, first_date(year))) {
            if (pair.rule->replication != continuity::ReplicationMode::none)
                for (const std::size_t site : pair.sites())
                    uses_.insert({RouteStart::center, pair.primary, site, RouteRole::replication});
            const std::size_t primary = pair.primary;
            if (pair.rule->standby != continuity::StandbyMode::none) pairs.emplace(primary, std::move(pair));
        }
        for (std::size_t a = 0; a < year.administrations.size(); ++a)
            for (const Part& part : year.administrations[a].parts) add_part(a, year, part, pairs);
    }

    /// The first role of each way.
    [[nodiscard]] std::vector<RouteUse> uses() const {
        std::vector<RouteUse> list(uses_.begin(), uses_.end());
        const auto same_way = [](const RouteUse& x, const RouteUse& y) {
            return x.start == y.start && x.from == y.from && x.to == y.to;
        };
        list.erase(std::unique(list.begin(), list.end(), same_way), list.end());
        return list;
    }

private:
    void add_part(std::size_t a, const Deployment& year, const Part& part,
                  const std::map<std::size_t, BackupPair>& pairs) {
        if (part.servers <= 0 || variant_.sites[part.site].kind != SiteKind::center) return;
        const std::size_t home = year.administrations[a].home;
        if (part.site != home) uses_.insert({RouteStart::administration, a, part.site, RouteRole::serves});
        const auto pair = pairs.find(part.site);
        if (pair == pairs.end() || pair->second.backup == home) return;
        if (is_protected(variant_.workloads[part.workload], pair->second.rule->protects))
            uses_.insert({RouteStart::administration, a, pair->second.backup, RouteRole::backup});
    }

    const study::Study& study_;
    const VariantDeployment& variant_;
    std::set<RouteUse> uses_;
};

}  // namespace

std::vector<RouteUse> routes_in_use(const study::Study& study, const VariantDeployment& variant,
                                    const std::vector<const Deployment*>& years) {
    Collector collector{study, variant};
    for (const Deployment* year : years) collector.add(*year);
    return collector.uses();
}

}  // namespace verbund::deploy
