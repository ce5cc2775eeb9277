#pragma once

#include <optional>
#include <string>
#include <vector>

#include "models/base/resource.hpp"
#include "models/compute/packing.hpp"

/// Which host on offer can hold a single server at all.
namespace verbund::compute {

/// What a host lacks for a server: of cores and memory the one with the largest need / limit, performance
/// where both suffice.
struct Misfit {
    Resource resource = Resource::none;  ///< host_cores, host_memory or host_performance
    double need = 0.0;                   ///< vCPU, GB or ssj_ops
    double limit = 0.0;                  ///< of an empty host, as `PackRules` fill it
    HostType host;
};

/// What can be bought in a year.
struct HostOffer {
    struct StandAlone {
        HostType type;
        double memory_gb = 0.0;  ///< most it takes
    };
    std::vector<HostType> hosts;          ///< for virtualisation, of the series that a study allows
    std::vector<StandAlone> stand_alone;  ///< for physical servers, the smallest series first
};

/// Offers of a year.
///
/// Memory of virtualisation hosts follows their cores (`HostRules`); a stand-alone server is configured by
/// itself, up to what its platform takes: figures `memory.<series>` for 2022, entry servers growing with
/// `growth.memory.entry`.  Throws `RunFailed` if a figure is no quantity.
[[nodiscard]] HostOffer host_offer(const catalog::Catalog& catalog, const std::vector<std::string>& series,
                                   int year, const HostRules& rules);

/// What one VM lacks on the host on offer that comes nearest; nothing if an empty host holds it (the test
/// that packing applies).
[[nodiscard]] std::optional<Misfit> misfit(const PackItem& vm, const HostOffer& offer,
                                           const PackRules& rules);

/// Smallest stand-alone server (index) with the memory of a physical server and, at the CPU target, its
/// performance; nothing if none has.  A physical server's vCPUs are a measure of its use, not of the cores it
/// must have.
[[nodiscard]] std::optional<std::size_t> stand_alone_for(const PackItem& server, const HostOffer& offer,
                                                         const PackRules& rules);

/// What a physical server lacks on the stand-alone server that comes nearest; nothing if one holds it.
[[nodiscard]] std::optional<Misfit> stand_alone_misfit(const PackItem& server, const HostOffer& offer,
                                                       const PackRules& rules);

}  // namespace verbund::compute
