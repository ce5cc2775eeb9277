#include "scenarios/read/traces/usage_table.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <limits>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "models/base/number_text.hpp"
#include "scenarios/read/import/encoding.hpp"
#include "scenarios/read/import/export_headings.hpp"
#include "scenarios/read/import/written_time.hpp"
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

constexpr std::string_view relative_time = "t_s";
/// What columns are called, letters and digits alone, in lower case; the first as this program writes it.
constexpr std::array<std::string_view, 6> vm_words{"vm",         "vmname", "name", "virtualmachine",
                                                   "objectname", "object"};
constexpr std::array<std::string_view, 7> time_words{relative_time, "time", "timestamp",  "timestamputc",
                                                     "date",        "zeit", "zeitstempel"};
constexpr std::array<std::string_view, 5> use_words{"cpu_mhz", "cpuusagemhz", "cpuusageinmhz", "cpudemandmhz",
                                                    "cpuusagemhzavg"};

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
        each_record(
            [this](const StreamedRecord& header) {
                find_columns(header);
                absolute_ = header.cells[time_] != relative_time;
            },
            [this](const StreamedRecord& record) { absolute_ ? note_time(record) : take(record); });
        if (absolute_) {
            start_at_first();
            each_record([](const StreamedRecord&) {}, [this](const StreamedRecord& record) { take(record); });
        }
        finish_trace(trace_);
        return std::move(trace_);
    }

private:
    [[noreturn]] void refuse(std::size_t line, std::string key, std::string problem,
                             std::string remedy) const {
        throw InvalidInput{
            {{{file_.string(), line, 0}, std::move(key), std::move(problem), std::move(remedy)}}};
    }

    template <class OnHeaderRecord, class OnDataRecord>
    void each_record(const OnHeaderRecord& header, const OnDataRecord& record) {
        const StreamedText text = read_records(
            file_,
            [&](const StreamedRecord& first, char separator) {
                numbers_.part_by(separator);
                header(first);
            },
            record);
        if (text.truncated) trace_.counts.truncated = 1;
    }

    void find_columns(const StreamedRecord& header) {
        vm_ = column(header, vm_words);
        time_ = column(header, time_words);
        use_ = column(header, use_words);
    }

    template <std::size_t count>
    [[nodiscard]] std::size_t column(const StreamedRecord& header,
                                     const std::array<std::string_view, count>& words) const {
        for (const std::string_view word : words)
            for (std::size_t i = 0; i < header.cells.size(); ++i)
                if (header.cells[i] == word || plain_word(header.cells[i]) == word) return i;
        refuse(header.line, std::string{words.front()},
               fmt::format("column is missing (columns: {})", fmt::join(header.cells, ", ")),
               "Add it to the header line.");
    }

    /// Seconds since 1970 of a time that is no seconds from the VM's start.
    [[nodiscard]] double moment(const StreamedRecord& record) {
        const std::string text{record.cells[time_]};
        constexpr double per_millisecond = 1e-3;
        constexpr double first_milliseconds = 1e11;  // as seconds beyond the year 5000
        if (const std::optional<double> number = number_value(text, DecimalSign::point);
            number && *number >= 0.0)
            return *number >= first_milliseconds ? *number * per_millisecond : *number;
        constexpr double minute_s = 60.0;
        if (const std::optional<WrittenTime> time = written_time(text))
            return time->since_epoch_s - minute_s * time->zone_min.value_or(0);
        refuse(record.line, "time", fmt::format("\"{}\" is no time", text),
               "Write \"2026-03-02 00:05\", seconds since 1970, or t_s: seconds from the VM's start.");
    }

    void note_time(const StreamedRecord& record) {
        find_vm(record);
        if (first_s_.empty()) first_s_.assign(trace_.vms.size(), std::numeric_limits<double>::infinity());
        first_s_[place_] = std::min(first_s_[place_], moment(record));
    }

    /// VMs start with their first record, counted from the first of all.
    void start_at_first() {
        if (first_s_.empty()) return;
        const double origin_s = *std::min_element(first_s_.begin(), first_s_.end());
        for (std::size_t vm = 0; vm < first_s_.size(); ++vm)
            if (std::isfinite(first_s_[vm])) trace_.vms[vm].start_s = first_s_[vm] - origin_s;
    }

    void find_vm(const StreamedRecord& record) {
        if (record.cells[vm_] == name_) return;
        name_ = record.cells[vm_];
        place_ = place(name_, record.line);
    }

    void take(const StreamedRecord& record) {
        find_vm(record);
        const std::optional<double> time_s = absolute_
                                                 ? std::optional<double>{moment(record) - first_s_[place_]}
                                                 : numbers_.at_least_zero(record, time_, "t_s");
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
    bool absolute_ = false;        ///< times are moments
    std::vector<double> first_s_;  ///< [VM] first moment, if absolute
};

}  // namespace

Trace read_usage_table(const std::filesystem::path& file, std::vector<workload::MeasuredVm> vms,
                       DecimalSign decimals) {
    return UsageReader{file, std::move(vms), decimals}.read();
}

}  // namespace verbund::read
