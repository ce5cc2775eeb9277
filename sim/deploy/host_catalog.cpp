#include "sim/deploy/host_catalog.hpp"

namespace verbund::deploy {
namespace {

constexpr int reference_year = 2018;

compute::HostRules host_rules(const study::Hosts& settings) {
    return {.real_host_factor = settings.real_host_factor,
            .ram_gb_per_core = settings.ram_per_core.in(gigabyte),
            .performance_per_watt_growth = settings.performance_per_watt_growth.in(per_year)};
}

std::vector<std::string> allowed_series(study::HostSeries series) {
    switch (series) {
        case study::HostSeries::entry:
            return {"entry"};
        case study::HostSeries::one_socket:
            return {"one-socket"};
        case study::HostSeries::two_socket:
            return {"two-socket"};
        case study::HostSeries::automatic:
            break;
    }
    return {"two-socket", "one-socket", "entry"};
}

}  // namespace

HostCatalog::HostCatalog(const catalog::Catalog& catalog, const study::Hosts& settings)
    : catalog_{catalog}, rules_{host_rules(settings)}, series_{allowed_series(settings.series)} {
    const compute::HostType reference = compute::host_type(catalog, "two-socket", reference_year, rules_);
    reference_core_ops_ = reference.performance_ops / reference.cores;
}

std::uint32_t HostCatalog::index(const std::string& series, int year) {
    const auto [entry, added] = known_.try_emplace({series, year}, static_cast<std::uint32_t>(types_.size()));
    if (added) {
        types_.push_back(compute::host_type(catalog_, series, year, rules_));
        types_.back().evidence = {};  // types are copied all the time; their source stands in the catalog
    }
    return entry->second;
}

}  // namespace verbund::deploy
