#include "scenarios/read/traces/prometheus.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <limits>
#include <map>
#include <set>
#include <string_view>
#include <utility>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "models/base/diagnostics.hpp"
#include "scenarios/read/text_file.hpp"
#include "scenarios/read/traces/trace_files.hpp"

namespace verbund::read {
namespace {

using Json = nlohmann::json;

constexpr std::size_t most_bytes = std::size_t{256} * 1024U * 1024U;

class RangeReader {
public:
    RangeReader(const std::filesystem::path& file, const std::vector<workload::MeasuredVm>& vms,
                const std::optional<workload::MeasuredVm>& size, const RangeQuery& query)
        : file_{file}, size_{size}, query_{query} {
        for (const workload::MeasuredVm& vm : vms) sized_.emplace(vm.name, &vm);
    }

    Trace read() {
        const Json document = Json::parse(load_bytes(file_, most_bytes), nullptr, false);
        if (document.is_discarded())
            refuse("", "this is no JSON", "Save the answer of the query as it came.");
        const Json* const series = result_of(document);
        trace_.steps = std::make_unique<workload::StepTable>(series->size());
        for (std::size_t i = 0; i < series->size(); ++i) add_series((*series)[i], i);
        if (trace_.vms.empty()) refuse("data.result", "there is no series", "Widen the range of the query.");
        for (workload::MeasuredVm& vm : trace_.vms) vm.start_s -= origin_s_;
        finish_trace(trace_);
        return std::move(trace_);
    }

private:
    [[noreturn]] void refuse(std::string key, std::string problem, std::string remedy) const {
        throw InvalidInput{{{{file_.string(), 0, 0}, std::move(key), std::move(problem), std::move(remedy)}}};
    }

    /// A member of an object; nothing where there is none.
    static const Json* member(const Json* of, const char* name) {
        if (of == nullptr || !of->is_object()) return nullptr;
        const auto found = of->find(name);
        return found == of->end() ? nullptr : &*found;
    }

    [[nodiscard]] const Json* result_of(const Json& document) const {
        const Json* const data = member(&document, "data");
        const Json* const type = member(data, "resultType");
        const Json* const result = member(data, "result");
        if (type == nullptr || *type != "matrix" || result == nullptr || !result->is_array())
            refuse("data.resultType", "this is no answer of a range query (resultType matrix)",
                   "Ask /api/v1/query_range.");
        return result;
    }

    [[nodiscard]] workload::MeasuredVm vm_of(const Json& series, const std::string& path) {
        const Json* const name = member(member(&series, "metric"), query_.label.c_str());
        if (name == nullptr || !name->is_string())
            refuse(path + ".metric", fmt::format("the series has no label \"{}\"", query_.label),
                   "Name the label that tells VMs apart (--vm-label).");
        workload::MeasuredVm vm;
        const auto found = sized_.find(name->get<std::string>());
        if (found == sized_.end() && !size_)
            refuse(path + ".metric",
                   fmt::format("\"{}\" is not in the table of VMs", name->get<std::string>()),
                   "Add it there, or give all one size (--vm-type).");
        vm = found == sized_.end() ? *size_ : *found->second;
        vm.name = name->get<std::string>();
        if (!seen_.insert(vm.name).second)
            refuse(path + ".metric", fmt::format("\"{}\" has a second series", vm.name),
                   fmt::format("Add them up in the query: sum by ({}) (...).", query_.label));
        return vm;
    }

    void add_series(const Json& series, std::size_t number) {
        const std::string path = fmt::format("data.result[{}]", number);
        workload::MeasuredVm vm = vm_of(series, path);
        const Json* const values = member(&series, "values");
        if (values == nullptr || !values->is_array() || values->empty())
            refuse(path + ".values", "the series has no samples", "Widen the range of the query.");
        const double mhz_per_unit = query_.unit == SampleUnit::mhz     ? 1.0
                                    : query_.unit == SampleUnit::cores ? vm.core_mhz
                                                                       : vm.vcpus * vm.core_mhz;
        vm.start_s = time_of((*values)[0], path + ".values[0]");
        double last_s = 0.0;
        for (std::size_t i = 0; i < values->size(); ++i) {
            const std::string place = fmt::format("{}.values[{}]", path, i);
            const double time_s = time_of((*values)[i], place) - vm.start_s;
            if (time_s < 0.0)
                refuse(place, "the time lies before that of the first sample", "Sort the samples.");
            const std::optional<double> value = value_of((*values)[i], place);
            last_s = std::max(last_s, time_s);
            if (value)
                trace_.steps->add(trace_.vms.size(), time_s, *value * mhz_per_unit);
            else
                ++trace_.counts.missing;
        }
        if (!vm.duration_s) vm.duration_s = last_s;
        origin_s_ = std::min(origin_s_, vm.start_s);
        trace_.vms.push_back(std::move(vm));
    }

    [[nodiscard]] double time_of(const Json& sample, const std::string& place) const {
        constexpr double latest_s = 1e11;
        if (!sample.is_array() || sample.size() != 2 || !sample[0].is_number())
            refuse(place, "this is no sample [time, \"value\"]", "Save the answer of the query as it came.");
        const double time_s = sample[0].get<double>();
        if (!(time_s >= 0.0 && time_s < latest_s))
            refuse(place, fmt::format("{} is no time in seconds", time_s), "Write seconds since 1970.");
        return time_s;
    }

    /// Nothing where there is no data.
    [[nodiscard]] std::optional<double> value_of(const Json& sample, const std::string& place) const {
        if (!sample[1].is_string())
            refuse(place, "the value is no text", "Save the answer of the query as it came.");
        const auto& text = sample[1].get_ref<const std::string&>();
        double value = 0.0;
        const char* const end = text.data() + text.size();
        const char* const begin = text.starts_with("+") ? text.data() + 1 : text.data();
        const auto [stop, error] = std::from_chars(begin, end, value);
        if (error != std::errc{} || stop != end)
            refuse(place, fmt::format("\"{}\" is no number", text),
                   "Save the answer of the query as it came.");
        if (std::isnan(value)) return std::nullopt;
        constexpr double most = 1e9;
        if (value < 0.0 || value > most)
            refuse(place, fmt::format("\"{}\" is out of range (0 to {:g})", text, most),
                   "Leave such samples out of the query.");
        return value;
    }

    const std::filesystem::path& file_;
    const std::optional<workload::MeasuredVm>& size_;
    const RangeQuery& query_;
    std::map<std::string, const workload::MeasuredVm*> sized_;
    std::set<std::string> seen_;
    Trace trace_;
    double origin_s_ = std::numeric_limits<double>::infinity();
};

}  // namespace

Trace read_prometheus(const std::filesystem::path& file, const std::vector<workload::MeasuredVm>& vms,
                      const std::optional<workload::MeasuredVm>& size, const RangeQuery& query) {
    return RangeReader{file, vms, size, query}.read();
}

}  // namespace verbund::read
