#include "models/compute/host_offers.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <string_view>

#include <fmt/format.h>

#include "models/catalog/figure_value.hpp"

namespace verbund::compute {
namespace {

constexpr int offers_year = 2022;
constexpr std::string_view small_series = "entry";
constexpr std::array processor_sizes{1.0, 0.5, 0.25};

/// The bare machine with processors of fewer cores.
HostType with_cores(const HostType& whole, int cores, double idle_with_cores) {
    if (cores == whole.cores) return whole;
    HostType host = whole;
    const double share = static_cast<double>(cores) / whole.cores;
    const double whole_idle_w = whole.power_w.front();
    const double idle_w = whole_idle_w * (1.0 - idle_with_cores * (1.0 - share));
    host.cores = cores;
    host.performance_ops = share * whole.performance_ops;
    for (std::size_t i = 0; i < host.power_w.size(); ++i)
        host.power_w[i] = idle_w + share * (whole.power_w[i] - whole_idle_w);
    return host;
}

/// Even numbers of cores on offer, descending.
std::vector<int> cores_on_offer(const HostType& whole) {
    if (whole.series == small_series) return {whole.cores};
    std::vector<int> offered;
    for (const double size : processor_sizes) {
        const int cores = std::max(2, 2 * static_cast<int>(std::lround(size * whole.cores / 2.0)));
        if (offered.empty() || cores < offered.back()) offered.push_back(cores);
    }
    return offered;
}

/// Amounts of memory on offer with so many cores, descending.
std::vector<double> memory_on_offer(const std::vector<double>& per_core_gb, int cores, double most_gb,
                                    const HostParts& parts, int year) {
    std::vector<double> offered;
    for (const double step : per_core_gb) {
        double gb = memory_bought_gb(parts, cores * step, year);
        if (gb > most_gb) gb = most_gb;
        if (offered.empty() || gb > offered.back()) offered.push_back(gb);
    }
    std::reverse(offered.begin(), offered.end());
    return offered;
}

}  // namespace

double most_memory_gb(const catalog::Catalog& catalog, const std::string& series, int year) {
    const double memory_gb = catalog::figure_of<Data>(catalog, "memory." + series).in(gigabyte);
    if (series != small_series) return memory_gb;
    const double growth = catalog::figure_of<Rate>(catalog, "growth.memory." + series).in(per_year);
    return memory_gb * std::pow(1.0 + growth, year - offers_year);
}

std::vector<double> memory_steps_gb(const MemoryRange& range, int year) {
    const double growth = std::pow(1.0 + range.growth, year - offers_year);
    std::vector<double> steps;
    double factor = 1.5;
    for (double step = range.least_gb; step < range.most_gb; step *= factor, factor = 2.0 / factor)
        steps.push_back(step * growth);
    steps.push_back(range.most_gb * growth);
    return steps;
}

std::vector<HostType> host_configurations(const catalog::Catalog& catalog, const std::string& series,
                                          int year, const HostRules& rules) {
    if (!rules.by_need) return {host_type(catalog, series, year, rules)};
    const HostType whole = bare_host(catalog, series, year, rules);
    const double most_gb = series == small_series ? most_memory_gb(catalog, series, year)
                                                  : std::numeric_limits<double>::infinity();
    const std::vector<double> per_core_gb = memory_steps_gb(*rules.by_need, year);
    std::vector<HostType> offered;
    for (const int cores : cores_on_offer(whole)) {
        const HostType bare = with_cores(whole, cores, rules.parts.idle_with_cores);
        for (const double gb : memory_on_offer(per_core_gb, cores, most_gb, rules.parts, year)) {
            HostType& host = offered.emplace_back(bare);
            host.id += fmt::format("/{} cores/{:g} GB", cores, gb);
            equip(host, gb, rules.parts.host_disks, rules);
        }
    }
    return offered;
}

}  // namespace verbund::compute
