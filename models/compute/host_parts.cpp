#include "models/compute/host_parts.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "models/base/unit_factors.hpp"
#include "models/catalog/figure_value.hpp"

namespace verbund::compute {
namespace {

constexpr int module_size_year = 2018;
constexpr int years_of_doubling = 4;
constexpr double benchmarked_disks = 1.0;
constexpr std::array series_with_parts{"entry", "one-socket", "two-socket"};

}  // namespace

HostParts host_parts(std::span<const catalog::Figure> figures) {
    HostParts parts;
    parts.module_w = catalog::figure_of<Power>(figures, "power.memory-module").in(watt);
    parts.module_gb = catalog::figure_of<Data>(figures, "size.memory-module").in(gigabyte);
    parts.spinning_disk_w = catalog::figure_of<Power>(figures, "power.disk.spinning").in(watt);
    parts.ssd_w = catalog::figure_of<Power>(figures, "power.disk.ssd").in(watt);
    parts.first_ssd_year = catalog::count_of(figures, "year.local-ssd");
    parts.host_disks = catalog::count_of(figures, "disks.host");
    parts.core_eur = catalog::figure_of<Money>(figures, "cost.host.core").in(euro);
    parts.memory_eur_per_gb =
        catalog::figure_of<DataPrice>(figures, "cost.host.memory").in(euro_per_terabyte) / gb_per_tb;
    parts.idle_with_cores = catalog::figure_of<Fraction>(figures, "share.idle-of-cores").in(one);
    parts.gpu = {.idle_w = catalog::figure_of<Power>(figures, "power.gpu.idle").in(watt),
                 .full_w = catalog::figure_of<Power>(figures, "power.gpu.full").in(watt),
                 .price_eur = catalog::figure_of<Money>(figures, "cost.gpu").in(euro),
                 .most = static_cast<int>(catalog::count_of(figures, "gpus.host"))};
    for (const std::string series : series_with_parts) {
        parts.of_series[series] = {
            catalog::count_of(figures, "modules.benchmarked." + series),
            catalog::count_of(figures, "disks." + series),
            catalog::figure_of<Money>(figures, "cost.host.chassis." + series).in(euro)};
    }
    return parts;
}

double module_size_gb(const HostParts& parts, int year) {
    const double doublings = std::floor(static_cast<double>(year - module_size_year) / years_of_doubling);
    return std::ldexp(parts.module_gb, static_cast<int>(doublings));
}

int memory_modules(const HostParts& parts, double ram_gb, int year) {
    constexpr double rounding = 1e-9;  // of a module
    return static_cast<int>(std::ceil(ram_gb / module_size_gb(parts, year) - rounding));
}

double memory_bought_gb(const HostParts& parts, double ram_gb, int year) {
    constexpr double sizes_below = 4.0;
    constexpr double rounding = 1e-9;
    const double module_gb = module_size_gb(parts, year) / sizes_below;
    return std::ceil(ram_gb / module_gb - rounding) * module_gb;
}

double price_eur(const HostParts& parts, const std::string& series, int cores, double ram_gb, int year) {
    const auto found = parts.of_series.find(series);
    const double chassis_eur = found == parts.of_series.end() ? 0.0 : found->second.chassis_eur;
    return chassis_eur + cores * parts.core_eur +
           memory_bought_gb(parts, ram_gb, year) * parts.memory_eur_per_gb;
}

double parts_w(const HostParts& parts, const std::string& series, int modules, double disks, int year) {
    const auto found = parts.of_series.find(series);
    if (found == parts.of_series.end()) return 0.0;
    const double disk_w = year < parts.first_ssd_year ? parts.spinning_disk_w : parts.ssd_w;
    return std::max(0.0, modules - found->second.benchmarked_modules) * parts.module_w +
           std::max(0.0, disks - benchmarked_disks) * disk_w;
}

}  // namespace verbund::compute
