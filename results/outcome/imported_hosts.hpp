#pragma once

#include <cstdint>
#include <string>
#include <vector>

/// Today's hosts of a virtualisation platform.
namespace verbund::outcome {

/// Hosts of one cluster with the same processor and memory.
struct ImportedHosts {
    std::string cluster;
    std::string processor;
    std::uint64_t hosts = 0;
    double cores = 0.0;  ///< of each
    double core_mhz = 0.0;
    double ram_mib = 0.0;  ///< of each
    int bought = 0;        ///< 0: not known
};

struct ImportedFleet {
    std::vector<ImportedHosts> groups;  ///< by cluster and processor
    std::vector<int> installed;         ///< purchase year of every host that has one, ascending
    std::vector<std::string> unknown;   ///< processors that no rule knows
};

}  // namespace verbund::outcome
