#include "scenarios/read/traces/usage_table.hpp"

#include <algorithm>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "scenarios/read/import/encoding.hpp"
#include "scenarios/read/traces/record_stream.hpp"
#include "scenarios/read/traces/streamed_number.hpp"
#include "scenarios/read/traces/trace_files.hpp"

namespace verbund::read {
namespace {

struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
};
using PlaceOf = std::unordered_map<std::string, std::size_t, Hash, std::equal_to<>>;

class UsageReader {
public:
    UsageReader(const std::filesystem::path& file, std::vector<workload::MeasuredVm> vms,
                DecimalSign decimals)
        : file_{file}, numbers_{file, decimals} {
        trace_.vms = std::move(vms);
        trace_.steps = std::make_unique<workload::StepTable>(trace_.vms.size());
        for (std::size_t vm = 0; vm < trace_.vms.size(); ++vm) place_of_.emplace(trace_.vms[vm].name, vm);
    }

    Trace read() {
        const StreamedText text = read_records(
            file_,
            [this](const StreamedRecord& header, char separator) {
                numbers_.part_by(separator);
                find_columns(header);
            },
            [this](const StreamedRecord& record) { take(record); });
        if (text.truncated) ++trace_.counts.truncated;
        finish_trace(trace_);
        return std::move(trace_);
    }

private:
    [[noreturn]] void refuse(std::size_t line, std::string key, std::string problem,
                             std::string remedy) const {
        throw InvalidInput{
            {{{file_.string(), line, 0}, std::move(key), std::move(problem), std::move(remedy)}}};
    }

    void find_columns(const StreamedRecord& header) {
        vm_ = column(header, "vm");
        time_ = column(header, "t_s");
        use_ = column(header, "cpu_mhz");
    }

    [[nodiscard]] std::size_t column(const StreamedRecord& header, std::string_view name) const {
        const auto found = std::find(header.cells.begin(), header.cells.end(), name);
        if (found == header.cells.end())
            refuse(header.line, std::string{name},
                   fmt::format("column is missing (columns: {})", fmt::join(header.cells, ", ")),
                   "Add it to the header line.");
        return static_cast<std::size_t>(found - header.cells.begin());
    }

    void take(const StreamedRecord& record) {
        if (record.cells[vm_] != name_) {
            name_ = record.cells[vm_];
            place_ = place(name_, record.line);
        }
        const std::optional<double> time_s = numbers_.at_least_zero(record, time_, "t_s");
        if (!time_s)
            refuse(record.line, "t_s", "the time is missing", "Write the seconds since the VM's start.");
        const std::optional<double> mhz = numbers_.at_least_zero(record, use_, "cpu_mhz");
        if (mhz)
            trace_.steps->add(place_, *time_s, *mhz);
        else
            ++trace_.counts.missing;
    }

    [[nodiscard]] std::size_t place(std::string_view name, std::size_t line) const {
        auto found = place_of_.find(name);
        if (found == place_of_.end()) found = place_of_.find(to_utf8(name, file_.string()).text);
        if (found != place_of_.end()) return found->second;
        refuse(line, "vm", fmt::format("\"{}\" is not in the table of VMs", name),
               "Add it there, with its size.");
    }

    const std::filesystem::path& file_;
    StreamedNumbers numbers_;
    Trace trace_;
    PlaceOf place_of_;
    std::size_t vm_ = 0;
    std::size_t time_ = 0;
    std::size_t use_ = 0;
    std::string name_ = "\n";  // of the record before; no name has an end of line
    std::size_t place_ = 0;
};

}  // namespace

Trace read_usage_table(const std::filesystem::path& file, std::vector<workload::MeasuredVm> vms,
                       DecimalSign decimals) {
    return UsageReader{file, std::move(vms), decimals}.read();
}

}  // namespace verbund::read
