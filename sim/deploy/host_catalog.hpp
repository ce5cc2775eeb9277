#pragma once

#include <map>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "models/compute/holding.hpp"
#include "models/compute/host.hpp"
#include "scenarios/study/study.hpp"

/// Host types by series and purchase year, built once per variant.
namespace verbund::deploy {

/// Host types on offer by year, each made once.
class HostCatalog {
public:
    HostCatalog(const catalog::Catalog& catalog, const study::Study& study);

    /// Virtualisation hosts on offer in a year, each series with its largest first; built on first use.
    [[nodiscard]] const std::vector<std::uint32_t>& on_offer(int year);
    /// The same of hosts with GPUs.
    [[nodiscard]] const std::vector<std::uint32_t>& gpu_on_offer(int year);
    /// The same of a server that stands alone with the memory given, in whole modules.
    [[nodiscard]] std::uint32_t stand_alone(const std::string& series, int year, double ram_gb);
    /// Everything on offer in a year; built on first use.
    [[nodiscard]] const compute::HostOffer& offer(int year);
    [[nodiscard]] const compute::HostType& type(std::uint32_t index) const { return types_[index]; }
    [[nodiscard]] const std::vector<compute::HostType>& types() const noexcept { return types_; }
    /// Series a purchase may choose from.
    [[nodiscard]] const std::vector<std::string>& series() const noexcept { return series_; }
    /// ssj_ops of one core that a vCPU's use is stated against: two-socket servers of 2018, the age of the
    /// hosts the use figures were measured on.
    [[nodiscard]] double reference_core_ops() const noexcept { return reference_core_ops_; }
    [[nodiscard]] std::vector<compute::HostType> release() && { return std::move(types_); }

private:
    void list(std::vector<compute::HostType> offered, std::vector<std::uint32_t>& indices);

    const catalog::Catalog& catalog_;
    compute::HostRules rules_;
    std::vector<std::string> series_;
    std::vector<compute::HostType> types_;
    std::map<int, std::vector<std::uint32_t>> on_offer_;
    std::map<int, std::vector<std::uint32_t>> gpu_on_offer_;
    std::map<std::tuple<std::string, int, int>, std::uint32_t> known_alone_;  ///< series, year, modules
    std::map<int, compute::HostOffer> offers_;
    double reference_core_ops_ = 0.0;
};

}  // namespace verbund::deploy
