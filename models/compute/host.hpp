#pragma once

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <vector>

#include "models/base/units.hpp"
#include "models/catalog/catalog.hpp"
#include "models/compute/host_parts.hpp"

/// Servers as planners buy them: by series and year, with power by load.
namespace verbund::compute {

/// RAM per core that virtualisation hosts are offered with: steps from the least to the most
/// (host_offers.hpp).
struct MemoryRange {
    double least_gb = 8.0;
    double most_gb = 32.0;
    double growth = 0.0;  ///< of both, per year since 2022
};

/// How catalog servers become hosts of an estate.
struct HostRules {
    HostParts parts;
    double real_host_factor = 1.15;  ///< power as bought / power as benchmarked with its memory and disks
    double ram_gb_per_core = 12.0;
    std::optional<MemoryRange> by_need{};  ///< configurations to choose from; empty: `ram_gb_per_core` alone
    /// Per year after the last measured generation.  0.10 takes the yearly factors of the trend table, any
    /// other value replaces them by (1 + g)^years.
    double performance_per_watt_growth = 0.10;
};

/// Watts at 0, 10, ... 100 % of performance.
using PowerTable = std::array<double, 11>;

/// Power at a utilisation in [0, 1]: linear between the eleven load points (never idle..peak).  Values
/// outside are clipped (not-a-number counts as idle); the caller reports overload.
[[nodiscard]] inline double interpolate(const PowerTable& table, double utilisation) {
    constexpr int intervals = static_cast<int>(std::tuple_size_v<PowerTable>) - 1;
    const double load = utilisation > 0.0 ? std::min(utilisation, 1.0) : 0.0;
    const double position = load * intervals;
    const int below = std::min(static_cast<int>(position), intervals - 1);
    const auto i = static_cast<std::size_t>(below);
    return table[i] + (position - below) * (table[i + 1] - table[i]);
}

/// A host type of one series and purchase year.
struct HostType {
    std::string id;  ///< "two-socket/2024"
    std::string series;
    int year = 0;
    int sockets = 1;
    int cores = 0;
    double ram_gb = 0.0;
    int height_units = 2;
    double performance_ops = 0.0;  ///< ssj_ops at full load
    double price_eur = 0.0;        ///< by its parts (`price_eur`), without VAT
    PowerTable
        power_w{};      ///< at 0, 10, ... 100 % of performance; memory, disks and real-host factor included
    Evidence evidence;  ///< of the row it rests on, or of the trend rule
    int gpus = 0;       ///< of a host of series "gpu" (gpu_hosts.hpp)
};

/// The host that `series` offers in `year`.
///
/// Measured years: element-wise median of the catalog rows of that series and year; between two: the earlier;
/// before the first: the first.  After the last, with the factors e, p, c (performance per watt, full-load
/// power, performance per core) of the trend table's row against the last measured generation 0:
///   P_max = p P_max,0;  performance = e p performance_0;  cores = performance / (c performance_0 / cores_0),
///   even; P(u) = P_max (s + (1 - s) g(u)),  s = idle share, g = shape measured on servers of 2020-2022.
/// Entry servers keep p = 1.  To the power at every load comes what its memory modules and disks draw beyond
/// the benchmarked ones (`parts_w`), and the sum is multiplied by the real-host factor.  Neglects that prices
/// and core counts on offer spread widely within a year.  Throws `std::out_of_range` for an unknown series.
/// Source: SPECpower_ssj2008 (catalog rows).  Checked by tests/validation/spec_power.cpp.
[[nodiscard]] HostType host_type(const catalog::Catalog& catalog, const std::string& series, int year,
                                 const HostRules& rules);

/// The machine of `series` in `year` as benchmarked, without memory, price and parts: what `equip` completes.
[[nodiscard]] HostType bare_host(const catalog::Catalog& catalog, const std::string& series, int year,
                                 const HostRules& rules);

/// Gives a bare machine its memory, and what memory and local disks draw and cost; then the real-host factor.
void equip(HostType& host, double ram_gb, double disks, const HostRules& rules);

/// The same as a server that stands alone: with the memory given, in whole modules, and the local disks of
/// its series.
[[nodiscard]] HostType stand_alone_type(const catalog::Catalog& catalog, const std::string& series, int year,
                                        double ram_gb, const HostRules& rules);

/// Whether servers of a series were on sale in a year: from its first measured year on.
[[nodiscard]] bool on_sale(const catalog::Catalog& catalog, const std::string& series, int year);

/// The measured year whose servers of a series are on sale in `year`: the latest not after it, or else the
/// first of all.  Throws `std::out_of_range` for a series that the catalog lacks.
[[nodiscard]] int generation_year(const catalog::Catalog& catalog, const std::string& series, int year);

inline constexpr int reference_year = 2018;

/// The two-socket server of `reference_year`: ssj_ops of one of its cores are what a vCPU's use is stated
/// against, because the hosts that the use figures were measured on were of that age.
[[nodiscard]] HostType reference_host(const catalog::Catalog& catalog, const HostRules& rules);

/// Power of a host at a utilisation (see `interpolate`).
[[nodiscard]] double host_power_w(const HostType& host, double utilisation);
[[nodiscard]] Power host_power(const HostType& host, double utilisation);

}  // namespace verbund::compute
