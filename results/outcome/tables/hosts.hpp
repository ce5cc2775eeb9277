#pragma once

#include <cstdint>
#include <string>

#include "results/outcome/tables/table.hpp"

namespace verbund::outcome {

/// Virtualisation hosts of one kind at a center, or in all own rooms of administrations together, in a year.
struct SiteHosts {
    std::int32_t variant = 0;
    std::int32_t year = 0;
    std::string site;    ///< center; "home" = own rooms that are no center
    double sites = 0.0;  ///< that have such hosts
    std::string use;     ///< "cluster" or "standby"
    std::string host;    ///< series: "entry", "one-socket", "two-socket", "gpu"
    std::int32_t bought = 0;
    double cores = 0.0;   ///< of one host
    double ram_gb = 0.0;  ///< of one host
    double gpus = 0.0;    ///< of one host
    double count = 0.0;
    double idle_w = 0.0;     ///< of one host
    double full_w = 0.0;     ///< of one host
    double price_eur = 0.0;  ///< of one host
    std::string bound_by;  ///< what the number of hosts comes from: "cores", "memory", "performance", "gpu",
                           ///< "reserve"
};

template <>
const Table<SiteHosts>& table_of<SiteHosts>();

}  // namespace verbund::outcome
