#include "sim/events/drill/fallback.hpp"

#include <algorithm>

#include "sim/deploy/backup.hpp"

namespace verbund::events {
namespace {

template <class Values, class Value>
bool contains(const Values& values, Value value) {
    return std::find(values.begin(), values.end(), value) != values.end();
}

void add_standby_of(const deploy::SiteDeployment& from, std::size_t primary, deploy::SiteDeployment& to) {
    for (const deploy::Pool& pool : from.pools)
        if (pool.kind == deploy::PoolKind::standby && contains(pool.primaries, primary))
            to.pools.push_back(pool);
}

}  // namespace

deploy::Deployment with_pooled_fallback(const deploy::WorldYear& input,
                                        const std::vector<std::size_t>& failing) {
    deploy::Deployment year = input.year();
    for (const deploy::BackupPair& pair :
         deploy::backup_pairs(input.study(), input.variant().sites, first_date(input.year()))) {
        if (!contains(failing, pair.primary)) continue;
        for (const std::size_t site : pair.further) {
            if (contains(failing, site)) continue;
            add_standby_of(input.year().sites[site], pair.primary, year.sites[pair.backup]);
        }
    }
    return year;
}

}  // namespace verbund::events
