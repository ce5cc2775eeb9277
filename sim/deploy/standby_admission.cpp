#include "sim/deploy/standby_admission.hpp"

#include <algorithm>
#include <array>
#include <numeric>

#include "models/base/unit_factors.hpp"
#include "models/estate/estate.hpp"

namespace verbund::deploy {
namespace {

using Criticality = catalog::Criticality;
using Items = std::vector<compute::PackItem>;

constexpr std::array most_critical_first{Criticality::very_critical, Criticality::critical,
                                         Criticality::normal, Criticality::low};

int placed_on(const Items& items, const std::vector<HostSet>& sets, const BuildContext& context) {
    compute::PackRules rules = context.fleet_rules.pack;
    const bool gpu = std::any_of(items.begin(), items.end(),
                                 [](const auto& item) { return item.count > 0 && item.gpus > 0.0; });
    if (gpu) rules = compute::gpu_rules(rules);
    rules.reserve_hosts = 0;  // as bought
    const std::vector<int> placed =
        compute::pack(items, packing_hosts(sets, context.hosts->types()), rules).placed;
    return std::accumulate(placed.begin(), placed.end(), 0);
}

/// Smallest number of the newest hosts that hold as many of the items as all of them do.
int hosts_for(const Items& items, const std::vector<HostSet>& all, const BuildContext& context) {
    const int most = placed_on(items, all, context);
    int low = 0;
    int high = host_count(all);
    while (low < high) {
        const int middle = (low + high) / 2;
        if (placed_on(items, newest(all, middle), context) >= most)
            high = middle;
        else
            low = middle + 1;
    }
    return high;
}

}  // namespace

StandbyAdmission::StandbyAdmission(const BuildContext& context, const SiteAsk& ask, SiteDeployment& site)
    : context_{context}, ask_{ask}, site_{site}, pools_{standby_pools(ask.standby)} {
    for (std::size_t i = 0; i < ask.standby.size(); ++i) {
        const StandbyAsk& standby = ask.standby[i];
        for (const ProtectedClass& c : standby.classes)
            groups_.push_back({i, c, standby.hosts_installed_share > 0.0, c.servers, c.servers});
    }
    first_pool_ = site.pools.size() - pools_.size();
    for (std::size_t p = 0; p < pools_.size(); ++p) hosts_.push_back(site.pools[first_pool_ + p].hosts);
}

int StandbyAdmission::all_servers() const {
    int servers = 0;
    for (const Group& g : groups_) servers += g.whole.servers;
    return servers;
}

double StandbyAdmission::copies_gb() const {
    double gb = 0.0;
    for (const Group& g : groups_)
        if (g.whole.servers > 0) gb += g.whole.storage_gb * g.stored / g.whole.servers;
    return gb;
}

void StandbyAdmission::store(int servers) {
    const double before_gb = copies_gb();
    std::vector<int> wanted;
    for (const Group& g : groups_) wanted.push_back(g.whole.servers);
    const std::vector<int> parts = by_criticality(servers, wanted);
    for (std::size_t g = 0; g < groups_.size(); ++g) {
        groups_[g].stored = parts[g];
        groups_[g].admitted = std::min(groups_[g].admitted, parts[g]);
    }
    // Differences leave a trace of rounding where nothing is stored any more.
    const double more_gb = copies_gb() - before_gb;
    site_.copies_gb = std::max(0.0, site_.copies_gb + more_gb);
    site_.storage_tb = std::max(0.0, site_.storage_tb + more_gb / gb_per_tb);
    keep_hosts();
}

int StandbyAdmission::candidates() const {
    int servers = 0;
    for (const Group& g : groups_) servers += g.needs_hosts ? g.stored : 0;
    return servers;
}

void StandbyAdmission::admit(int servers) {
    std::vector<int> wanted;
    for (const Group& g : groups_) wanted.push_back(g.needs_hosts ? g.stored : 0);
    const std::vector<int> parts = by_criticality(servers, wanted);
    for (std::size_t g = 0; g < groups_.size(); ++g)
        groups_[g].admitted = groups_[g].needs_hosts ? parts[g] : groups_[g].stored;
    keep_hosts();
}

std::vector<int> StandbyAdmission::by_criticality(int servers, const std::vector<int>& wanted) const {
    std::vector<int> parts(groups_.size(), 0);
    for (const Criticality level : most_critical_first) {
        std::vector<double> weights;
        for (std::size_t g = 0; g < groups_.size(); ++g)
            weights.push_back(groups_[g].whole.criticality == level ? wanted[g] : 0.0);
        const int all = static_cast<int>(std::accumulate(weights.begin(), weights.end(), 0.0));
        if (all == 0) continue;
        const std::vector<int> of_level = estate::apportion(std::min(servers, all), weights);
        for (std::size_t g = 0; g < groups_.size(); ++g) parts[g] += of_level[g];
        servers -= std::min(servers, all);
    }
    return parts;
}

void StandbyAdmission::note(Resource binding) {
    for (std::size_t g = 0; g < groups_.size(); ++g) {
        ProtectedServers& row = site_.protected_servers[g];
        if (groups_[g].admitted < row.placed) row.binding = binding;
        row.placed = std::min(row.placed, groups_[g].admitted);
    }
}

Items StandbyAdmission::admitted_items(std::size_t ask) const {
    const StandbyAsk& standby = ask_.standby[ask];
    Items items = standby_items(standby, *context_.workloads, context_.hosts->reference_core_ops());
    for (const Group& g : groups_) {
        if (g.ask != ask) continue;
        std::vector<double> counts;
        for (const compute::PackItem& item : items)
            counts.push_back(item.priority == static_cast<int>(g.whole.criticality) ? item.count : 0.0);
        if (std::accumulate(counts.begin(), counts.end(), 0.0) == 0.0) continue;
        const std::vector<int> parts = estate::apportion(g.admitted, counts);
        for (std::size_t i = 0; i < items.size(); ++i)
            if (counts[i] > 0.0) items[i].count = parts[i];
    }
    return items;
}

void StandbyAdmission::keep_hosts() {
    for (std::size_t p = 0; p < pools_.size(); ++p) {
        int hosts = 0;
        for (const std::size_t ask : pools_[p].asks)
            hosts =
                std::max(hosts, hosts_for(only(admitted_items(ask), pools_[p].key.gpu), hosts_[p], context_));
        site_.pools[first_pool_ + p].hosts = newest(hosts_[p], hosts);
    }
}

}  // namespace verbund::deploy
