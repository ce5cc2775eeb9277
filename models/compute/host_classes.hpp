#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <vector>

#include "models/compute/packing.hpp"

/// Hosts reduced to what placement needs; shared by packing and by the bounds that save it.
namespace verbund::compute {

/// vCPU, RAM in GB, performance in ssj_ops, GPUs.
using Demand = std::array<double, 4>;
inline constexpr std::size_t performance = 2;

/// Hosts of one type.
struct HostClass {
    Demand capacity{};  ///< of one host for placement
    double cores = 0.0;
    double performance_ops = 0.0;
    int count = 0;
};

[[nodiscard]] inline Demand demand_of(const PackItem& item) {
    return {item.vcpu, item.ram_gb, item.peak_ops, item.gpus};
}

inline void add(Demand& sum, const Demand& demand, double times) {
    for (std::size_t d = 0; d < sum.size(); ++d) sum[d] += times * demand[d];
}

[[nodiscard]] inline HostClass host_class(const HostType& type, int count, const PackRules& rules) {
    const Demand capacity{type.cores * rules.overcommit, type.ram_gb, type.performance_ops * rules.cpu_target,
                          static_cast<double>(type.gpus)};
    return {capacity, static_cast<double>(type.cores), type.performance_ops, std::max(count, 0)};
}

[[nodiscard]] std::vector<HostClass> host_classes(const std::vector<HostCount>& hosts,
                                                  const PackRules& rules);

/// Takes the reserve out of the largest hosts: by RAM, then cores, then input order.
void set_reserve_aside(std::vector<HostClass>& classes, int reserve);

/// What all hosts together can carry, the limit for lost reserve hosts included.
[[nodiscard]] Demand total_capacity(const std::vector<HostClass>& classes, const PackRules& rules);

}  // namespace verbund::compute
