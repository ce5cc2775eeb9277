#include "scenarios/read/traces/trace_tables.hpp"

#include <algorithm>
#include <optional>
#include <set>
#include <string>

#include <fmt/format.h>

#include "scenarios/read/import/csv_reader.hpp"

namespace verbund::read {
namespace {

// What lies beyond is a wrong unit, not a machine (A).
constexpr int most_hosts = 1'000'000;
constexpr double most_cores = 100'000.0;
constexpr double most_core_mhz = 100'000.0;
constexpr double most_ram_mib = 1e9;
constexpr double most_power_w = 1e6;
constexpr double most_time_s = 1e10;

CsvRules rules(DecimalSign decimals) { return {{decimals, "--decimal comma or point", {}, {}}, true}; }

std::string load_column(std::size_t point) { return fmt::format("w_{}", 10 * point); }

class HostGroupReader {
public:
    HostGroupReader(const CsvTable& table, DecimalSign decimals, Diagnostics& mistakes)
        : row_{table, mistakes, rules(decimals)}, table_{table}, mistakes_{mistakes} {}

    std::vector<compute::HostGroup> read() {
        tabled_ = row_.has(load_column(0));
        std::vector<compute::HostGroup> groups;
        while (row_.next()) groups.push_back(group());
        row_.finish();
        if (groups.empty())
            mistakes_.add({{table_.file, 1, 0}, "", "the table of hosts has no rows", "Add at least one."});
        return groups;
    }

private:
    compute::HostGroup group() {
        compute::HostGroup group;
        group.name = row_.name("host_type");
        if (!group.name.empty() && !names_.insert(group.name).second)
            row_.mistake("host_type", fmt::format("\"{}\" stands here twice", group.name),
                         "Add the counts, or name the types apart.");
        group.count = static_cast<std::uint64_t>(row_.integer_within("count", 1, most_hosts).value_or(1));
        group.cores = positive("cores", most_cores);
        group.core_mhz = positive("core_mhz", most_core_mhz);
        group.ram_mib = row_.number_within("ram_mib", 0.0, most_ram_mib).value_or(0.0);
        group.power = tabled_ ? table() : shape();
        return group;
    }

    double positive(std::string_view column, double most) {
        const std::optional<double> value = row_.number_within(column, 0.0, most);
        if (value && *value <= 0.0) row_.mistake(column, "0 is not possible", "Write what the host has.");
        return value && *value > 0.0 ? *value : 1.0;
    }

    compute::PowerCurve table() {
        compute::PowerTable powers{};
        for (std::size_t point = 0; point < powers.size(); ++point) {
            const std::string column = load_column(point);
            powers[point] = row_.number_within(column, 0.0, most_power_w).value_or(0.0);
            if (powers[point] < powers.front())
                row_.mistake(column,
                             fmt::format("{} W is below idle power ({} W)", powers[point], powers.front()),
                             "Check the order of the columns.");
        }
        return powers;
    }

    compute::PowerCurve shape() {
        compute::ShapedPower power;
        power.idle_w = row_.number_within("idle_w", 0.0, most_power_w).value_or(0.0);
        power.full_w = row_.number_within("max_w", 0.0, most_power_w).value_or(0.0);
        power.shape = static_cast<compute::PowerShape>(row_.choice("shape", compute::power_shape_words()));
        if (power.full_w < power.idle_w)
            row_.mistake("max_w", fmt::format("{} W is below idle power ({} W)", power.full_w, power.idle_w),
                         "Check the order of the columns.");
        return power;
    }

    CsvReader row_;
    const CsvTable& table_;
    Diagnostics& mistakes_;
    std::set<std::string> names_;
    bool tabled_ = false;
};

}  // namespace

std::vector<compute::HostGroup> read_host_groups(const CsvTable& table, DecimalSign decimals,
                                                 Diagnostics& mistakes) {
    return HostGroupReader{table, decimals, mistakes}.read();
}

std::vector<workload::MeasuredVm> read_measured_vms(const CsvTable& table, DecimalSign decimals,
                                                    Diagnostics& mistakes) {
    CsvReader row{table, mistakes, rules(decimals)};
    std::set<std::string> names;
    std::vector<workload::MeasuredVm> vms;
    const bool starts = row.has("start_s");
    const bool lasts = row.has("duration_s");
    const auto time = [&row](bool stated, std::string_view column) -> std::optional<double> {
        if (!stated || row.text(column).empty()) return std::nullopt;
        return row.number_within(column, 0.0, most_time_s);
    };
    while (row.next()) {
        workload::MeasuredVm vm;
        vm.name = row.name("vm");
        if (!vm.name.empty() && !names.insert(vm.name).second)
            row.mistake("vm", fmt::format("\"{}\" stands here twice", vm.name), "Name the VMs apart.");
        vm.vcpus = row.number_within("vcpus", 0.0, most_cores).value_or(0.0);
        vm.core_mhz = row.number_within("core_mhz", 0.0, most_core_mhz).value_or(0.0);
        vm.ram_mib = row.number_within("ram_mib", 0.0, most_ram_mib).value_or(0.0);
        vm.start_s = time(starts, "start_s").value_or(0.0);
        vm.duration_s = time(lasts, "duration_s");
        vms.push_back(std::move(vm));
    }
    row.finish();
    if (vms.empty())
        mistakes.add({{table.file, 1, 0}, "", "the table of VMs has no rows", "Add at least one."});
    return vms;
}

}  // namespace verbund::read
