#include "models/compute/host_parts.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "models/catalog/figure_value.hpp"

namespace verbund::compute {
namespace {

constexpr int module_size_year = 2018;
constexpr int years_of_doubling = 4;
constexpr double benchmarked_disks = 1.0;
constexpr std::array series_with_parts{"entry", "one-socket", "two-socket"};

}  // namespace

HostParts host_parts(const catalog::Catalog& catalog) {
    HostParts parts;
    parts.module_w = catalog::figure_of<Power>(catalog, "power.memory-module").in(watt);
    parts.module_gb = catalog::figure_of<Data>(catalog, "size.memory-module").in(gigabyte);
    parts.spinning_disk_w = catalog::figure_of<Power>(catalog, "power.disk.spinning").in(watt);
    parts.ssd_w = catalog::figure_of<Power>(catalog, "power.disk.ssd").in(watt);
    parts.first_ssd_year = catalog::count_of(catalog, "year.local-ssd");
    parts.host_disks = catalog::count_of(catalog, "disks.host");
    for (const std::string series : series_with_parts) {
        parts.of_series[series] = {catalog::count_of(catalog, "modules.benchmarked." + series),
                                   catalog::count_of(catalog, "disks." + series)};
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

double parts_w(const HostParts& parts, const std::string& series, int modules, double disks, int year) {
    const auto found = parts.of_series.find(series);
    if (found == parts.of_series.end()) return 0.0;
    const double disk_w = year < parts.first_ssd_year ? parts.spinning_disk_w : parts.ssd_w;
    return std::max(0.0, modules - found->second.benchmarked_modules) * parts.module_w +
           std::max(0.0, disks - benchmarked_disks) * disk_w;
}

}  // namespace verbund::compute
