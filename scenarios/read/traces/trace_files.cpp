#include "scenarios/read/traces/trace_files.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <limits>
#include <map>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>

#include <fmt/format.h>

#include "scenarios/read/traces/record_stream.hpp"
#include "scenarios/read/traces/streamed_number.hpp"

namespace verbund::read {
namespace {

[[noreturn]] void refuse(const std::filesystem::path& file, std::size_t line, std::string key,
                         std::string problem, std::string remedy) {
    throw InvalidInput{{{{file.string(), line, 0}, std::move(key), std::move(problem), std::move(remedy)}}};
}

/// Name of the VM of a file: without ".csv", ".gz".
std::string vm_name(const std::filesystem::path& file) {
    std::string name = file.filename().string();
    for (const std::string_view ending : {".gz", ".csv", ".txt"})
        if (name.size() > ending.size() && name.ends_with(ending)) name.resize(name.size() - ending.size());
    return name;
}

constexpr double planetlab_interval_s = 300.0;
constexpr double per_percent = 0.01;

std::string lower_case(std::string_view text) {
    std::string lower{text};
    std::transform(lower.begin(), lower.end(), lower.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return lower;
}

/// What the columns of a GWA-T-12 file begin with, in lower case.
enum GwaColumn : std::size_t { timestamp, cores, capacity, use, memory, gwa_columns };
constexpr std::array<std::string_view, gwa_columns> gwa_headings{
    "timestamp", "cpu cores", "cpu capacity provisioned [mhz]", "cpu usage [mhz]",
    "memory capacity provisioned [kb]"};

/// Times from here on are milliseconds: as seconds they lie beyond the year 5000.
constexpr double first_milliseconds = 1e11;
constexpr double per_millisecond = 1e-3;
constexpr double kib_per_mib = 1024.0;

/// A file of GWA-T-12 while it is read.
class GwaFile {
public:
    GwaFile(const std::filesystem::path& file, DecimalSign decimals)
        : file_{file}, numbers_{file, decimals}, vm_{.name = vm_name(file)} {}

    void read(TraceCounts& counts) {
        const StreamedText text = read_records(
            file_,
            [this](const StreamedRecord& header, char separator) {
                numbers_.part_by(separator);
                find_columns(header);
            },
            [this, &counts](const StreamedRecord& record) { take(record, counts); });
        if (text.truncated) ++counts.truncated;
    }

    [[nodiscard]] const std::vector<std::pair<double, double>>& steps() const { return steps_; }
    [[nodiscard]] double first_s() const { return first_s_; }
    [[nodiscard]] workload::MeasuredVm vm() const {
        workload::MeasuredVm sized = vm_;
        if (sized.vcpus > 0.0) sized.core_mhz = capacity_mhz_ / sized.vcpus;
        return sized;
    }
    [[nodiscard]] bool has_size() const { return vm_.vcpus > 0.0 && capacity_mhz_ > 0.0; }

private:
    void find_columns(const StreamedRecord& header) {
        for (std::size_t wanted = 0; wanted < gwa_columns; ++wanted) {
            const auto found =
                std::find_if(header.cells.begin(), header.cells.end(), [wanted](std::string_view cell) {
                    return lower_case(cell).starts_with(gwa_headings[wanted]);
                });
            if (found == header.cells.end())
                refuse(file_, header.line, std::string{gwa_headings[wanted]}, "column is missing",
                       "Is this a file of GWA-T-12?");
            columns_[wanted] = static_cast<std::size_t>(found - header.cells.begin());
        }
    }

    [[nodiscard]] std::optional<double> number(const StreamedRecord& record, GwaColumn column) {
        return numbers_.at_least_zero(record, columns_[column], gwa_headings[column]);
    }

    void take(const StreamedRecord& record, TraceCounts& counts) {
        std::optional<double> time = number(record, timestamp);
        if (!time) refuse(file_, record.line, "timestamp", "the time is missing", "Write it.");
        if (*time >= first_milliseconds) *time *= per_millisecond;
        first_s_ = std::min(first_s_, *time);
        vm_.vcpus = std::max(vm_.vcpus, number(record, cores).value_or(0.0));
        capacity_mhz_ = std::max(capacity_mhz_, number(record, capacity).value_or(0.0));
        vm_.ram_mib = std::max(vm_.ram_mib, number(record, memory).value_or(0.0) / kib_per_mib);
        const std::optional<double> mhz = number(record, use);
        if (mhz)
            steps_.emplace_back(*time, *mhz);
        else
            ++counts.missing;
    }

    const std::filesystem::path& file_;
    StreamedNumbers numbers_;
    workload::MeasuredVm vm_;
    std::array<std::size_t, gwa_columns> columns_{};
    std::vector<std::pair<double, double>> steps_;
    double first_s_ = std::numeric_limits<double>::infinity();
    double capacity_mhz_ = 0.0;
};

}  // namespace

std::vector<std::filesystem::path> files_of(const std::filesystem::path& folder) {
    std::error_code error;
    std::vector<std::filesystem::path> files;
    for (std::filesystem::directory_iterator entry{folder, error}, end; !error && entry != end;
         entry.increment(error))
        if (entry->is_regular_file() && !entry->path().filename().string().starts_with("."))
            files.push_back(entry->path());
    if (error)
        refuse(folder, 0, "", fmt::format("the folder cannot be read ({})", error.message()),
               "Check the path.");
    if (files.empty())
        refuse(folder, 0, "", "the folder has no files", "Name the folder that holds a file per VM.");
    std::sort(files.begin(), files.end());
    return files;
}

Trace read_planetlab(const std::filesystem::path& folder, const std::vector<workload::MeasuredVm>& vms,
                     const std::optional<workload::MeasuredVm>& size) {
    const std::vector<std::filesystem::path> files = files_of(folder);
    std::map<std::string, const workload::MeasuredVm*> sized;
    for (const workload::MeasuredVm& vm : vms) sized.emplace(vm.name, &vm);
    Trace trace;
    trace.steps = std::make_unique<workload::StepTable>(files.size());
    for (const std::filesystem::path& file : files) {
        const std::string name = vm_name(file);
        const auto found = sized.find(name);
        if (found == sized.end() && !size)
            refuse(file, 0, "", fmt::format("\"{}\" is not in the table of VMs", name),
                   "Add it there, or give all one size (--vm-type).");
        workload::MeasuredVm vm = found == sized.end() ? *size : *found->second;
        vm.name = name;
        const double capacity_mhz = vm.vcpus * vm.core_mhz;
        const std::size_t place = trace.vms.size();
        double time_s = 0.0;
        StreamedNumbers numbers{file, DecimalSign::point};
        read_lines(file, [&](const StreamedRecord& record) {
            const std::optional<double> percent = numbers.at_least_zero(record, 0, "");
            if (percent && *percent * per_percent > 1.0)
                refuse(file, record.line, "", fmt::format("{} is no percentage (0 to 100)", *percent),
                       "Is this a file of PlanetLab?");
            if (percent)
                trace.steps->add(place, time_s, *percent * per_percent * capacity_mhz);
            else
                ++trace.counts.missing;
            time_s += planetlab_interval_s;
        });
        if (!vm.duration_s) vm.duration_s = time_s;  // each value holds for its interval, the last one, too
        trace.vms.push_back(std::move(vm));
    }
    finish_trace(trace);
    return trace;
}

Trace read_gwa(const std::filesystem::path& folder, DecimalSign decimals) {
    const std::vector<std::filesystem::path> files = files_of(folder);
    Trace trace;
    trace.steps = std::make_unique<workload::StepTable>(files.size());
    double origin_s = std::numeric_limits<double>::infinity();
    for (const std::filesystem::path& path : files) {
        GwaFile file{path, decimals};
        file.read(trace.counts);
        if (!file.has_size() || file.steps().empty()) {
            ++trace.counts.vms_without_size;
            continue;
        }
        workload::MeasuredVm vm = file.vm();
        vm.start_s = file.first_s();
        origin_s = std::min(origin_s, vm.start_s);
        for (const auto& [time_s, mhz] : file.steps())
            trace.steps->add(trace.vms.size(), time_s - vm.start_s, mhz);
        trace.vms.push_back(std::move(vm));
    }
    for (workload::MeasuredVm& vm : trace.vms) vm.start_s -= origin_s;
    if (trace.vms.empty())
        refuse(folder, 0, "", "no file states the size and use of a VM", "Is this a folder of GWA-T-12?");
    finish_trace(trace);
    return trace;
}

void finish_trace(Trace& trace) {
    trace.steps->finish();
    trace.counts.steps = trace.steps->counts();
    for (std::size_t vm = 0; vm < trace.vms.size(); ++vm)
        if (trace.steps->runs(vm) == 0) ++trace.counts.vms_without_steps;
}

}  // namespace verbund::read
