#include "models/compute/gpu_hosts.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "models/compute/host_offers.hpp"

namespace verbund::compute {
namespace {

/// 1, 2, 4 ... and the most, descending.
std::vector<int> gpus_on_offer(int most) {
    std::vector<int> offered;
    for (int gpus = 1; gpus < most; gpus *= 2) offered.push_back(gpus);
    offered.push_back(most);
    std::reverse(offered.begin(), offered.end());
    return offered;
}

HostType with_gpus(HostType host, int gpus, const GpuParts& gpu, double core_ops) {
    host.id = fmt::format("gpu/{}/{} GPUs/{} cores/{:g} GB", host.year, gpus, host.cores, host.ram_gb);
    host.series = "gpu";
    host.gpus = gpus;
    host.price_eur += gpus * gpu.price_eur;
    host.performance_ops = gpus * reference_cores_per_gpu * core_ops;
    const double intervals = static_cast<double>(host.power_w.size() - 1);
    for (std::size_t i = 0; i < host.power_w.size(); ++i) {
        const double use = static_cast<double>(i) / intervals;
        host.power_w[i] += gpus * (gpu.idle_w + use * (gpu.full_w - gpu.idle_w));
    }
    return host;
}

}  // namespace

std::vector<HostType> gpu_configurations(const catalog::Catalog& catalog, int year, const HostRules& rules) {
    const HostType reference = reference_host(catalog, rules);
    const double core_ops = reference.performance_ops / reference.cores;
    const std::vector<HostType> hosts = host_configurations(catalog, "two-socket", year, rules);
    std::vector<HostType> offered;
    for (const int gpus : gpus_on_offer(rules.parts.gpu.most))
        for (const HostType& host : hosts)
            offered.push_back(with_gpus(host, gpus, rules.parts.gpu, core_ops));
    return offered;
}

PackRules gpu_rules(PackRules rules) {
    rules.cpu_target = 1.0;
    rules.cpu_target_failed = 1.0;
    rules.reserve_hosts = 0;
    return rules;
}

}  // namespace verbund::compute
