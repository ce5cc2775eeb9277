#include "models/compute/host.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <limits>
#include <stdexcept>
#include <string_view>
#include <utility>

#include <fmt/format.h>

namespace verbund::compute {
namespace {

using catalog::Catalog;
using catalog::ServerModel;
using catalog::ServerTrend;

constexpr std::size_t load_points = 11;
constexpr std::string_view constant_power_series = "entry";

/// Dynamic power (P(u) - P_idle) / (P_max - P_idle) at u = 0, 10, ... 100 % of servers built 2020-2022:
/// median of AMD one- and two-socket SPECpower_ssj2008 results above 100 W (evidence C; data:
/// green-coding-solutions/spec-power-model
/// @9739f29).  AMD, because the last measured two-socket generation of the catalog is.
constexpr std::array<double, load_points> recent_shape{0.0,   0.247, 0.312, 0.383, 0.451, 0.541,
                                                       0.635, 0.715, 0.787, 0.864, 1.0};

double median(std::vector<double> values) {
    std::sort(values.begin(), values.end());
    const std::size_t middle = values.size() / 2;
    return values.size() % 2 == 1 ? values[middle] : 0.5 * (values[middle - 1] + values[middle]);
}

int nearest_even(double value) { return std::max(2, 2 * static_cast<int>(std::lround(value / 2.0))); }

std::vector<const ServerModel*> rows_of_series(const Catalog& catalog, const std::string& series) {
    std::vector<const ServerModel*> rows;
    for (const ServerModel& server : catalog.servers)
        if (server.series == series) rows.push_back(&server);
    if (rows.empty())
        throw std::out_of_range(fmt::format("no servers of series \"{}\" in the catalog", series));
    return rows;
}

Evidence measured_evidence(const std::vector<const ServerModel*>& rows) {
    if (rows.size() == 1) return rows.front()->evidence;
    return {"C", fmt::format("median of {} servers; first: {}", rows.size(), rows.front()->evidence.source)};
}

/// Element-wise median of the measured rows of one series and year, as benchmarked.
HostType measured_generation(const std::vector<const ServerModel*>& series_rows, int year) {
    std::vector<const ServerModel*> rows;
    std::copy_if(
        series_rows.begin(), series_rows.end(), std::back_inserter(rows),
        [year](const ServerModel* row) { return row->year == year; });
    const auto median_of = [&rows](auto member) {
        std::vector<double> values;
        for (const ServerModel* row : rows) {
            values.push_back(member(*row));
        }
        return median(std::move(values));
    };
    HostType host;
    host.cores =
        nearest_even(median_of([](const ServerModel& row) { return static_cast<double>(row.cores); }));
    host.sockets = static_cast<int>(
        std::ceil(median_of([](const ServerModel& row) { return static_cast<double>(row.sockets); })));
    host.height_units = static_cast<int>(
        std::ceil(median_of([](const ServerModel& row) { return static_cast<double>(row.height_units); })));
    host.performance_ops = median_of([](const ServerModel& row) { return row.performance_ops; });
    for (std::size_t i = 0; i < load_points; ++i)
        host.power_w[i] = median_of([i](const ServerModel& row) { return row.power_w[i]; });
    host.evidence = measured_evidence(rows);
    return host;
}

/// The trend row of a year: the latest not after it; none before the table begins.
const ServerTrend* trend_row(const Catalog& catalog, int year) {
    const ServerTrend* found = nullptr;
    for (const ServerTrend& row : catalog.server_trend)
        if (row.year <= year && (found == nullptr || row.year > found->year)) found = &row;
    return found;
}

/// The table's factor, or (1 + g)^years when a study asks for another growth than the one the table was made
/// with. Years count from the year before the table's first.
double performance_per_watt_factor(const Catalog& catalog, const ServerTrend& row, const HostRules& rules) {
    constexpr double rounding = 1e-9;  // a growth that came through a unit conversion is still the default
    const double growth = rules.performance_per_watt_growth;
    if (std::abs(growth - HostRules{}.performance_per_watt_growth) < rounding)
        return row.performance_per_watt_factor;
    int first_year = row.year;
    for (const ServerTrend& other : catalog.server_trend) first_year = std::min(first_year, other.year);
    return std::pow(1.0 + growth, row.year - first_year + 1);
}

/// Carries the last measured generation on by the trend rule.
HostType trend_generation(const HostType& last, const ServerTrend& row, double efficiency_factor,
                          bool constant_power) {
    const double power_factor = constant_power ? 1.0 : row.full_load_power_factor;
    const double full_load_w = last.power_w.back() * power_factor;
    HostType host = last;
    host.performance_ops = last.performance_ops * efficiency_factor * power_factor;
    const double core_ops = last.performance_ops / last.cores * row.performance_per_core_factor;
    host.cores = nearest_even(host.performance_ops / core_ops);
    for (std::size_t i = 0; i < load_points; ++i)
        host.power_w[i] = full_load_w * (row.idle_share + (1.0 - row.idle_share) * recent_shape[i]);
    host.evidence = {row.evidence.mark,
                     fmt::format("{}; after {}", row.evidence.source, last.evidence.source)};
    return host;
}

}  // namespace

int generation_year(const Catalog& catalog, const std::string& series, int year) {
    const std::vector<const ServerModel*> rows = rows_of_series(catalog, series);
    const auto earlier = [](const ServerModel* a, const ServerModel* b) { return a->year < b->year; };
    int found = (*std::min_element(rows.begin(), rows.end(), earlier))->year;
    for (const ServerModel* row : rows)
        if (row->year <= year) found = std::max(found, row->year);
    return found;
}

HostType bare_host(const Catalog& catalog, const std::string& series, int year, const HostRules& rules) {
    const std::vector<const ServerModel*> rows = rows_of_series(catalog, series);
    const int measured_year = generation_year(catalog, series, year);
    const int last_measured_year = generation_year(catalog, series, std::numeric_limits<int>::max());
    HostType host = measured_generation(rows, measured_year);
    const ServerTrend* trend = year > last_measured_year ? trend_row(catalog, year) : nullptr;
    if (trend != nullptr) {
        host = trend_generation(host, *trend, performance_per_watt_factor(catalog, *trend, rules),
                                series == constant_power_series);
    }
    host.id = fmt::format("{}/{}", series, year);
    host.series = series;
    host.year = year;
    return host;
}

void equip(HostType& host, double ram_gb, double disks, const HostRules& rules) {
    host.ram_gb = ram_gb;
    host.price_eur = price_eur(rules.parts, host.series, host.cores, ram_gb, host.year);
    const int modules = memory_modules(rules.parts, ram_gb, host.year);
    const double extra_w = parts_w(rules.parts, host.series, modules, disks, host.year);
    for (double& power : host.power_w) power = (power + extra_w) * rules.real_host_factor;
}

HostType host_type(const Catalog& catalog, const std::string& series, int year, const HostRules& rules) {
    HostType host = bare_host(catalog, series, year, rules);
    equip(host, host.cores * rules.ram_gb_per_core, rules.parts.host_disks, rules);
    return host;
}

HostType stand_alone_type(const Catalog& catalog, const std::string& series, int year, double ram_gb,
                          const HostRules& rules) {
    HostType host = bare_host(catalog, series, year, rules);
    const double whole_gb = memory_modules(rules.parts, ram_gb, year) * module_size_gb(rules.parts, year);
    host.id += fmt::format("/{:g} GB", whole_gb);
    const auto found = rules.parts.of_series.find(series);
    equip(host, whole_gb, found == rules.parts.of_series.end() ? 0.0 : found->second.stand_alone_disks,
          rules);
    return host;
}

bool on_sale(const Catalog& catalog, const std::string& series, int year) {
    return generation_year(catalog, series, std::numeric_limits<int>::min()) <= year;
}

HostType reference_host(const Catalog& catalog, const HostRules& rules) {
    return host_type(catalog, "two-socket", reference_year, rules);
}

double host_power_w(const HostType& host, double utilisation) {
    return interpolate(host.power_w, utilisation);
}

Power host_power(const HostType& host, double utilisation) { return host_power_w(host, utilisation) * watt; }

}  // namespace verbund::compute
