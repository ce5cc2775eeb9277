#pragma once

#include <optional>
#include <string>
#include <vector>

#include "models/base/resource.hpp"
#include "models/compute/packing.hpp"

/// Which host on offer can hold a single server at all.
namespace verbund::compute {

/// What a host lacks for a server: of cores, memory and GPUs the one with the largest need / limit,
/// performance where all suffice.
struct Misfit {
    Resource resource = Resource::none;  ///< host_cores, host_memory, host_gpus or host_performance
    double need = 0.0;                   ///< vCPU, GB, GPUs or ssj_ops
    double limit = 0.0;                  ///< of an empty host, as `PackRules` fill it
    HostType host;
};

/// What can be bought in a year.
struct HostOffer {
    struct StandAlone {
        HostType type;
        double memory_gb = 0.0;  ///< most it takes
    };
    std::vector<HostType> hosts;          ///< for virtualisation: the largest of each series allowed
    std::vector<HostType> gpu_hosts{};    ///< for VMs that need GPUs: the one with most of them
    std::vector<StandAlone> stand_alone;  ///< for physical servers, the smallest series first
    double reference_core_ops = 0.0;      ///< ssj_ops of the core that a physical server's vCPUs stand for
};

/// Offers of a year.
///
/// A stand-alone series counts from its first measured year on; two-socket servers at any time.
/// Of the configurations of virtualisation hosts (`host_configurations`) the largest of a series holds
/// whatever any of them does; a stand-alone server is configured by itself, up to what its platform takes
/// (`most_memory_gb`).  Throws `RunFailed` if a figure is no quantity.
[[nodiscard]] HostOffer host_offer(const catalog::Catalog& catalog, const std::vector<std::string>& series,
                                   int year, const HostRules& rules);

/// What one VM lacks on the host on offer that comes nearest; nothing if an empty host holds it (the test
/// that packing applies).
[[nodiscard]] std::optional<Misfit> misfit(const PackItem& vm, const HostOffer& offer,
                                           const PackRules& rules);

/// The stand-alone server (index) that is bought for a physical server: the smallest that has its memory, at
/// the CPU target its peak performance, and the performance of its vCPUs as reference cores (a machine of 16
/// cores is one that does as much).  If none has the last, the largest with memory and peak performance;
/// nothing if none has these.
[[nodiscard]] std::optional<std::size_t> stand_alone_for(const PackItem& server, const HostOffer& offer,
                                                         const PackRules& rules);

/// What a physical server lacks on the stand-alone server that comes nearest; nothing if one holds it.
[[nodiscard]] std::optional<Misfit> stand_alone_misfit(const PackItem& server, const HostOffer& offer,
                                                       const PackRules& rules);

}  // namespace verbund::compute
