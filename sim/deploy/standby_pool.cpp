#include "sim/deploy/standby_pool.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "models/estate/estate.hpp"

namespace verbund::deploy {
namespace {

StandbyPoolKey key_of(const StandbyAsk& ask) {
    const bool shared = ask.sizing == continuity::StandbySizing::shared;
    return {ask.sizing, shared ? static_cast<std::size_t>(ask.mode) : ask.primary, false};
}

}  // namespace

std::vector<StandbyPool> standby_pools(const std::vector<StandbyAsk>& asks) {
    std::vector<StandbyPool> pools;
    const auto serve = [&pools](const StandbyPoolKey& key, std::size_t ask) {
        auto pool =
            std::find_if(pools.begin(), pools.end(), [&](const StandbyPool& p) { return p.key == key; });
        if (pool == pools.end()) pool = pools.insert(pools.end(), {key, {}});
        pool->asks.push_back(ask);
    };
    for (std::size_t i = 0; i < asks.size(); ++i) {
        StandbyPoolKey key = key_of(asks[i]);
        serve(key, i);
        key.gpu = true;
        if (needs_gpus(asks[i].shapes)) serve(key, i);
    }
    return pools;
}

std::vector<compute::PackItem> standby_items(const StandbyAsk& ask,
                                             const std::vector<catalog::WorkloadClass>& workloads,
                                             double reference_core_ops) {
    std::vector<Shape> shapes = ask.shapes;
    for (Shape& shape : shapes) shape.physical = false;
    auto items = pack_items(shapes, workloads, reference_core_ops, 1);
    std::vector<double> quotas;
    for (const compute::PackItem& item : items) quotas.push_back(item.count * ask.hosts_installed_share);
    const double sum = std::accumulate(quotas.begin(), quotas.end(), 0.0);
    const std::vector<int> counts = estate::round_together(quotas, static_cast<int>(std::ceil(sum - 1e-9)));
    for (std::size_t i = 0; i < items.size(); ++i) items[i].count = counts[i];
    return items;
}

}  // namespace verbund::deploy
