#pragma once

#include <map>
#include <span>
#include <string>

#include "models/catalog/catalog.hpp"

/// Memory modules and disks of a server beyond those of a benchmarked configuration.
namespace verbund::compute {

/// A GPU of a host, and how many a host takes.
struct GpuParts {
    double idle_w = 0.0;
    double full_w = 0.0;
    double price_eur = 0.0;
    int most = 0;  ///< in one host
};

/// What modules and disks draw, and how many a server has.
struct HostParts {
    struct OfSeries {
        double benchmarked_modules = 0.0;  ///< in the measured configurations
        double stand_alone_disks = 0.0;    ///< local disks of a server that stands alone
        double chassis_eur = 0.0;          ///< without processors' cores and memory; five years of support
    };
    double module_w = 0.0;
    double module_gb = 32.0;  ///< usual size in 2018
    double spinning_disk_w = 0.0;
    double ssd_w = 0.0;
    double first_ssd_year = 2018.0;  ///< of purchase; earlier servers have spinning disks
    double host_disks = 1.0;         ///< of a virtualisation host, whose data lies on the storage system
    double core_eur = 0.0;           ///< processors, per core
    double memory_eur_per_gb = 0.0;
    GpuParts gpu{};
    double idle_with_cores = 0.0;  ///< share of the idle power that goes with the number of cores
    std::map<std::string, OfSeries> of_series;
};

/// From the figures `power.memory-module`, `size.memory-module`, `power.disk.*`, `year.local-ssd`,
/// `modules.benchmarked.<series>`, `disks.<series>`, `disks.host`, `cost.host.chassis.<series>`,
/// `cost.host.core`, `cost.host.memory`, `share.idle-of-cores`, `power.gpu.*`, `cost.gpu` and `gpus.host`.
/// Throws `RunFailed` if one is no quantity of its kind.
[[nodiscard]] HostParts host_parts(std::span<const catalog::Figure> figures);

/// Modules that hold `ram_gb` bought in `year`: ceil(ram / size), size = `module_gb` x 2^floor((year - 2018)
/// / 4).
[[nodiscard]] int memory_modules(const HostParts& parts, double ram_gb, int year);

/// Usual size of a module bought in `year`, GB.
[[nodiscard]] double module_size_gb(const HostParts& parts, int year);

/// Memory that is bought for `ram_gb`: whole modules of a quarter of the usual size of `year`, the smallest
/// that are sold beside it (M-h: 16, 32 and 64 GB in 2022), GB.
[[nodiscard]] double memory_bought_gb(const HostParts& parts, double ram_gb, int year);

/// Price of a server by its parts: chassis of the series + cores x `core_eur` + memory bought x
/// `memory_eur_per_gb`, EUR without VAT.  The same in every year of purchase; a series not named has no
/// chassis.  Source: figures `cost.host.*`.
[[nodiscard]] double price_eur(const HostParts& parts, const std::string& series, int cores, double ram_gb,
                               int year);

/// Watts at every load beyond a measured configuration with its modules and one disk:
/// max(0, modules - benchmarked) w_module + max(0, disks - 1) w_disk.  Nothing for a series not named.
/// Neglects that memory draws more the more it works.
[[nodiscard]] double parts_w(const HostParts& parts, const std::string& series, int modules, double disks,
                             int year);

}  // namespace verbund::compute
