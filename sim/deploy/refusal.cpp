#include "sim/deploy/refusal.hpp"

#include <algorithm>
#include <cmath>
#include <functional>

#include "models/base/unit_factors.hpp"
#include "models/estate/estate.hpp"
#include "sim/deploy/needs.hpp"
#include "sim/deploy/plant.hpp"
#include "sim/deploy/standby_admission.hpp"

namespace verbund::deploy {
namespace {

struct Excess {
    Resource binding = Resource::none;
    double share = 0.0;  ///< need / limit
};

void consider(Excess& worst, Resource resource, double need, double limit) {
    if (limit <= 0.0 && need <= 0.0) return;
    const double share = limit > 0.0 ? need / limit : no_limit;
    if (share > 1.0 + 1e-9 && share > worst.share) worst = {resource, share};
}

Excess excess_of(const StaticNeeds& needs, const Plant& plant, const study::Facility& facility) {
    Excess worst;
    const ItCeiling ceiling = it_ceiling(plant, facility);
    consider(worst, Resource::rack_power, needs.overloaded_racks, 0.0);
    for (const Resource resource : {needs.racks_bound_by(), Resource::height_units})
        consider(worst, resource, needs.of[resource], plant.limits[resource]);
    consider(worst, ceiling.binding, needs.of[Resource::it_power], ceiling.it_kw);
    return worst;
}

/// Largest count in [0, most] for which `fits` holds, given that it holds for fewer whenever it holds for
/// more.
int largest_that_fits(int most, const std::function<bool(int)>& fits) {
    int low = 0;
    int high = most;
    while (low < high) {
        const int middle = (low + high + 1) / 2;
        if (fits(middle))
            low = middle;
        else
            high = middle - 1;
    }
    return low;
}

/// What runs on the hosts of a pool that carries the site's own load.
RunsOn kind_of(const Pool& pool) {
    if (pool.kind == PoolKind::physical) return RunsOn::machine;
    return pool.gpu ? RunsOn::gpu_hosts : RunsOn::cluster;
}

/// Trims one site; holds what is kept of each shape.
class Trimmer {
public:
    Trimmer(const BuildContext& context, const SiteAsk& ask, const Plant& limits,
            const std::vector<int>& held, SiteDeployment& site)
        : context_{context},
          ask_{ask},
          limits_{limits},
          site_{site},
          standby_{context, ask, site},
          shapes_{ask.demand->shapes},
          kept_{held},
          now_{site.needs} {}

    void run() {
        list_too_large();
        trim_storage();
        storable_ = kept_;
        const Excess excess = excess_of(site_.needs, limits_, context_.study->facility);
        if (excess.binding != Resource::none) {
            StaticNeeds all = site_.needs;
            if (!fits()) trim_standby(excess.binding);
            if (!fits()) trim_copies(excess.binding, [this] { return fits(); });
            if (!fits()) trim_outside_copies();
            if (Pool* gpu = find_gpu_cluster(site_.pools); gpu != nullptr && !fits()) trim_cluster(*gpu);
            if (!fits()) trim_cluster(*find_pool(site_.pools, PoolKind::cluster));
            if (!fits()) trim_physical();
            list_refused(excess.binding);
            site_.needs = all;
        }
        if (!site_.refused.empty()) refresh();
        count_placed();
    }

private:
    [[nodiscard]] bool fits() const {
        return excess_of(now_, limits_, context_.study->facility).binding == Resource::none;
    }

    /// Gear, constant power and needs of what is left.
    void refresh() { now_ = static_needs(context_, ask_, site_); }

    /// Copies of others' data go before the site's own, of each the least critical classes first, until what
    /// is left can be stored.
    void trim_storage() {
        const double limit_tb = limits_.limits[Resource::storage];
        if (!(site_.storage_tb > limit_tb)) return;
        trim_copies(Resource::storage, [&] { return site_.storage_tb <= limit_tb; });
        double excess_gb = (site_.storage_tb - limit_tb) * gb_per_tb;
        std::vector<std::size_t> order(shapes_.size());
        for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
        std::stable_sort(order.begin(), order.end(),
                         [&](std::size_t a, std::size_t b) { return priority(a) > priority(b); });
        for (const std::size_t i : order) {
            if (excess_gb <= 0.0 || shapes_[i].storage_gb <= 0.0 || shapes_[i].count == 0) continue;
            const double each = shapes_[i].storage_gb / shapes_[i].count;
            const int dropped = std::min(kept_[i], static_cast<int>(std::ceil(excess_gb / each)));
            kept_[i] -= dropped;
            excess_gb -= dropped * each;
        }
        list_refused(Resource::storage);
        reload();
    }

    [[nodiscard]] int priority(std::size_t shape) const {
        return static_cast<int>((*context_.workloads)[shapes_[shape].workload].criticality);
    }

    void trim_copies(Resource binding, const std::function<bool()>& holds) {
        const auto try_count = [&](int servers) {
            standby_.store(servers);
            refresh();
            return holds();
        };
        const int best = largest_that_fits(standby_.all_servers(), try_count);
        try_count(best);
        standby_.note(binding);
        count_standby();
    }

    /// Others' outside copies go before the site's own load, too; how much they lack shows in the needs.
    void trim_outside_copies() {
        const double all_gb = site_.outside_copies_gb;
        if (!(all_gb > 0.0)) return;
        constexpr int parts = 100;
        const auto try_part = [&](int part) {
            site_.outside_copies_gb = all_gb * part / parts;
            refresh();
            return fits();
        };
        try_part(largest_that_fits(parts, try_part));
    }

    void trim_standby(Resource binding) {
        const auto try_count = [&](int servers) {
            standby_.admit(servers);
            refresh();
            return fits();
        };
        const int best = largest_that_fits(standby_.candidates(), try_count);
        try_count(best);
        standby_.note(binding);
        count_standby();
    }

    void trim_cluster(Pool& pool) {
        const std::vector<HostSet> all = pool.hosts;
        const auto try_count = [&](int count) {
            pool.hosts = newest(all, count);
            repack(pool);
            refresh();
            return fits();
        };
        const int best = largest_that_fits(host_count(all), try_count);
        try_count(best);
    }

    /// Packs the VMs on the hosts left and takes the load of the refused ones off the pool.
    void repack(Pool& cluster) {
        const int copies = copies_of(*context_.study, *ask_.site);
        const double reference = context_.hosts->reference_core_ops();
        const auto items = pack_items(shapes_, *context_.workloads, reference, copies);
        const auto hosts = packing_hosts(cluster.hosts, context_.hosts->types());
        const compute::PackRules& plain = context_.fleet_rules.pack;
        const compute::PackRules rules = cluster.gpu ? compute::gpu_rules(plain) : plain;
        const compute::PackResult packed = compute::pack(only(items, cluster.gpu), hosts, rules);
        const RunsOn kind = kind_of(cluster);
        for (std::size_t i = 0; i < shapes_.size(); ++i)
            if (runs_on(shapes_[i]) == kind) kept_[i] = std::min(storable_[i], packed.placed[i] / copies);
        cluster.load_ops = load_terms(shapes_, kept_, kind, reference);
    }

    void trim_physical() {
        Pool& pool = *find_pool(site_.pools, PoolKind::physical);
        const std::vector<HostSet> all = pool.hosts;
        const auto try_count = [&](int count) {
            pool.hosts = newest(all, count);
            keep_physical(count);
            pool.load_ops = load_terms(shapes_, kept_, RunsOn::machine, context_.hosts->reference_core_ops());
            refresh();
            return fits();
        };
        const int best = largest_that_fits(host_count(all), try_count);
        try_count(best);
    }

    void keep_physical(int count) {
        std::vector<double> weights;
        for (std::size_t i = 0; i < shapes_.size(); ++i)
            weights.push_back(shapes_[i].physical ? storable_[i] : 0.0);
        const std::vector<int> parts = estate::apportion(count, weights);
        for (std::size_t i = 0; i < shapes_.size(); ++i)
            if (shapes_[i].physical) kept_[i] = parts[i];
    }

    /// Pools after shapes lost servers for want of storage.
    void reload() {
        const double reference = context_.hosts->reference_core_ops();
        for (Pool& pool : site_.pools) {
            if (pool.kind == PoolKind::standby) continue;
            const RunsOn kind = kind_of(pool);
            pool.load_ops = load_terms(shapes_, kept_, kind, reference);
            if (kind != RunsOn::machine) continue;
            int count = 0;
            for (std::size_t i = 0; i < shapes_.size(); ++i) count += shapes_[i].physical ? kept_[i] : 0;
            pool.hosts = newest(pool.hosts, count);
        }
        refresh();
    }

    void count_standby() { site_.standby_hosts = host_count(hosts_of(site_.pools, PoolKind::standby)); }

    /// Servers that no host on offer holds, each shape for what it lacks.
    void list_too_large() {
        const double reference = context_.hosts->reference_core_ops();
        const compute::HostOffer& offer = context_.hosts->offer(ask_.phase.year);
        const compute::PackRules& rules = context_.fleet_rules.pack;
        double worst = 0.0;
        for (std::size_t i = 0; i < shapes_.size(); ++i) {
            if (kept_[i] >= shapes_[i].count) continue;
            const compute::PackItem item = item_of(shapes_[i], *context_.workloads, reference);
            const auto lacking = shapes_[i].physical ? compute::stand_alone_misfit(item, offer, rules)
                                                     : compute::misfit(item, offer, rules);
            // A host that would hold it is on offer, but no rack of the site feeds it.
            spread(i, shapes_[i].count - kept_[i], lacking ? lacking->resource : Resource::rack_power);
            if (!lacking || lacking->need <= worst * lacking->limit) continue;
            worst = lacking->limit > 0.0 ? lacking->need / lacking->limit : no_limit;
            site_.too_large = TooLarge{lacking->resource, lacking->need, lacking->limit};
        }
    }

    /// Refused servers by owner; a shape's refusals are spread over its owners by size.
    void list_refused(Resource binding) {
        std::vector<int> listed(shapes_.size(), 0);
        for (const Refused& r : site_.refused) listed[r.shape] += r.servers;
        for (std::size_t i = 0; i < shapes_.size(); ++i) {
            const int fresh = shapes_[i].count - kept_[i] - listed[i];
            if (fresh > 0) spread(i, fresh, binding);
        }
    }

    void spread(std::size_t shape, int servers, Resource binding) {
        const Shape& s = shapes_[shape];
        std::vector<double> weights;
        for (const auto& [owner, count] : s.owners) weights.push_back(count);
        const std::vector<int> parts = estate::apportion(servers, weights);
        for (std::size_t k = 0; k < parts.size(); ++k) {
            if (parts[k] == 0) continue;
            const Amounts amounts = amounts_of(s, parts[k]);
            // Taken away part by part, what was added up may end a rounding error below nothing.
            site_.storage_tb =
                std::max(0.0, site_.storage_tb - amounts.storage_gb / gb_per_tb * site_.copies);
            site_.refused.push_back({s.owners[k].first, static_cast<std::uint32_t>(shape), s.workload,
                                     parts[k], binding, amounts});
        }
    }

    [[nodiscard]] Amounts amounts_of(const Shape& s, int servers) const {
        return {.vcpu = s.physical ? 0.0 : servers * s.vcpu,
                .ram_gb = servers * s.ram_gb,
                .storage_gb = s.storage_gb * servers / s.count,
                .peak_ops = servers * compute::cores_in_use(s.vcpu, s.gpus) * s.cpu_at_peak *
                            context_.hosts->reference_core_ops()};
    }

    void count_placed() {
        site_.vms = site_.physical_servers = 0;
        site_.vcpu = site_.ram_gb = site_.vm_ram_gb = 0.0;
        for (std::size_t i = 0; i < shapes_.size(); ++i) {
            const Shape& s = shapes_[i];
            (s.physical ? site_.physical_servers : site_.vms) += kept_[i];
            site_.vcpu += s.physical ? 0.0 : kept_[i] * s.vcpu;
            site_.ram_gb += kept_[i] * s.ram_gb;
            site_.vm_ram_gb += s.physical ? 0.0 : kept_[i] * s.ram_gb;
        }
        site_.servers_placed = site_.vms + site_.physical_servers;
    }

    const BuildContext& context_;
    const SiteAsk& ask_;
    const Plant& limits_;
    SiteDeployment& site_;
    StandbyAdmission standby_;
    const std::vector<Shape>& shapes_;
    std::vector<int> kept_;
    std::vector<int> storable_;  ///< what storage leaves room for
    StaticNeeds now_;            ///< of what is kept
};

}  // namespace

void refuse_what_exceeds(const BuildContext& context, const SiteAsk& ask, const Plant& limits,
                         const std::vector<int>& held, SiteDeployment& site) {
    Trimmer{context, ask, limits, held, site}.run();
}

}  // namespace verbund::deploy
