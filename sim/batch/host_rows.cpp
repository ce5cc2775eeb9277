#include <algorithm>
#include <map>
#include <string_view>
#include <tuple>

#include "sim/batch/rows.hpp"
#include "sim/deploy/sites.hpp"

namespace verbund::batch {
namespace {

std::string_view id_of(deploy::HostBound bound) {
    switch (bound) {
        case deploy::HostBound::cores:
            return "cores";
        case deploy::HostBound::memory:
            return "memory";
        case deploy::HostBound::performance:
            return "performance";
        case deploy::HostBound::gpu:
            return "gpu";
        case deploy::HostBound::reserve:
            return "reserve";
        case deploy::HostBound::none:
            break;
    }
    return "none";
}

/// Hosts of one kind: site (home rooms: the number of centers), use, series, year of purchase, cores, memory,
/// what bounds their number, GPUs.
using HostKind =
    std::tuple<std::size_t, deploy::PoolKind, std::string, int, int, double, deploy::HostBound, int>;

struct HostSum {
    const compute::HostType* type = nullptr;
    double sites = 0.0;
    double count = 0.0;
};
using HostSums = std::map<HostKind, HostSum>;

/// Several pools of a site may have hosts of one kind; the site counts once.
void add_hosts(const deploy::HostTypes& types, const deploy::SiteDeployment& site, std::size_t key,
               HostSums& sums) {
    std::map<HostKind, HostSum> here;
    for (const deploy::Pool& pool : site.pools) {
        if (!deploy::virtualised.has(pool.kind)) continue;
        for (const deploy::HostSet& set : pool.hosts) {
            const compute::HostType& type = types[set.type];
            HostSum& sum = here[{key, pool.kind, type.series, type.year, type.cores, type.ram_gb,
                                 pool.bound_by, type.gpus}];
            sum.type = &type;
            sum.sites = 1.0;
            sum.count += set.count;
        }
    }
    for (const auto& [kind, sum] : here) {
        HostSum& total = sums[kind];
        total.type = sum.type;
        total.sites += sum.sites;
        total.count += sum.count;
    }
}

}  // namespace

std::vector<outcome::SiteHosts> host_rows(const deploy::VariantDeployment& variant,
                                          const deploy::Deployment& year, std::size_t variant_index) {
    const std::size_t centers = deploy::center_count(variant.sites);
    HostSums sums;
    for (std::size_t s = 0; s < year.sites.size(); ++s)
        add_hosts(variant.host_types, year.sites[s], std::min(s, centers), sums);
    std::vector<outcome::SiteHosts> rows;
    for (const auto& [kind, sum] : sums) {
        const std::size_t site = std::get<0>(kind);
        rows.push_back(
            {.variant = static_cast<std::int32_t>(variant_index),
             .year = year.year,
             .site = site < centers ? variant.sites[site].id : "home",
             .sites = sum.sites,
             .use = std::get<deploy::PoolKind>(kind) == deploy::PoolKind::standby ? "standby" : "cluster",
             .host = sum.type->series,
             .bought = sum.type->year,
             .cores = static_cast<double>(sum.type->cores),
             .ram_gb = sum.type->ram_gb,
             .gpus = static_cast<double>(sum.type->gpus),
             .count = sum.count,
             .idle_w = sum.type->power_w.front(),
             .full_w = sum.type->power_w.back(),
             .price_eur = sum.type->price_eur,
             .bound_by = std::string{id_of(std::get<deploy::HostBound>(kind))}});
    }
    return rows;
}

}  // namespace verbund::batch
