#include "sim/deploy/host_catalog.hpp"

#include "models/compute/gpu_hosts.hpp"
#include "models/compute/host_offers.hpp"
#include "scenarios/study/resolve.hpp"

namespace verbund::deploy {

HostCatalog::HostCatalog(const catalog::Catalog& catalog, const study::Study& study)
    : catalog_{catalog},
      rules_{study::resolve_host_rules(study, catalog)},
      series_{study::resolve_series(study.hosts.series)} {
    const compute::HostType reference = compute::reference_host(catalog, rules_);
    reference_core_ops_ = reference.performance_ops / reference.cores;
}

const std::vector<std::uint32_t>& HostCatalog::on_offer(int year) {
    const auto [entry, added] = on_offer_.try_emplace(year);
    if (!added) return entry->second;
    for (const std::string& series : series_)
        list(compute::host_configurations(catalog_, series, year, rules_), entry->second);
    return entry->second;
}

const std::vector<std::uint32_t>& HostCatalog::gpu_on_offer(int year) {
    const auto [entry, added] = gpu_on_offer_.try_emplace(year);
    if (added) list(compute::gpu_configurations(catalog_, year, rules_), entry->second);
    return entry->second;
}

void HostCatalog::list(std::vector<compute::HostType> offered, std::vector<std::uint32_t>& indices) {
    for (compute::HostType& type : offered) {
        type.evidence = {};  // types are copied all the time; their source stands in the catalog
        indices.push_back(static_cast<std::uint32_t>(types_.size()));
        types_.push_back(std::move(type));
    }
}

std::uint32_t HostCatalog::stand_alone(const std::string& series, int year, double ram_gb) {
    const int modules = compute::memory_modules(rules_.parts, ram_gb, year);
    const auto [entry, added] =
        known_alone_.try_emplace({series, year, modules}, static_cast<std::uint32_t>(types_.size()));
    if (added) {
        types_.push_back(compute::stand_alone_type(catalog_, series, year, ram_gb, rules_));
        types_.back().evidence = {};
    }
    return entry->second;
}

const compute::HostOffer& HostCatalog::offer(int year) {
    const auto known = offers_.find(year);
    if (known != offers_.end()) return known->second;
    return offers_.emplace(year, compute::host_offer(catalog_, series_, year, rules_)).first->second;
}

}  // namespace verbund::deploy
