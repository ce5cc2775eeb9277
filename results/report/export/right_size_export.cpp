#include "results/report/export/right_size_export.hpp"

#include <cmath>
#include <string_view>
#include <variant>
#include <vector>

#include <fmt/format.h>

#include "models/base/number_text.hpp"
#include "results/report/export/csv_export.hpp"
#include "results/report/export/row_json.hpp"

namespace verbund::report {
namespace {

/// A number that has one reading, so that whoever reads the table need not be told its decimal sign.
ExportCell number_cell(double value) {
    if (std::isnan(value)) return std::monostate{};
    return without_second_reading(fmt::format("{}", value));
}

}  // namespace

using outcome::RightSizes;
using outcome::SizedVm;

std::string right_size_csv(const RightSizes& found) {
    std::vector<ExportCell> cells;
    for (const std::string_view column :
         {"vm", "vcpus", "core_mhz", "ram_mib", "start_s", "duration_s", "given_vcpus", "mean_mhz",
          "percentile_mhz", "peak_mhz", "length_s", "completeness", "confidence"})
        cells.emplace_back(column);
    std::string text = csv_line(cells, DecimalMark::point);
    for (const SizedVm& vm : found.vms) {
        cells.assign({std::string_view{vm.name}});
        for (const double number :
             {vm.needed_vcpus, vm.core_mhz, vm.ram_mib, vm.start_s, vm.duration_s, vm.given_vcpus,
              vm.mean_mhz, vm.percentile_mhz, vm.peak_mhz, vm.length_s, vm.completeness})
            cells.push_back(number_cell(number));
        cells.emplace_back(std::string_view{vm.confidence});
        text += csv_line(cells, DecimalMark::point);
    }
    return text;
}

std::string right_size_json(const RightSizes& found) {
    using Json = nlohmann::ordered_json;
    Json vms = Json::array();
    for (const SizedVm& vm : found.vms)
        vms.push_back({{"vm", vm.name},
                       {"given_vcpus", vm.given_vcpus},
                       {"needed_vcpus", vm.needed_vcpus},
                       {"mean_mhz", vm.mean_mhz},
                       {"percentile_mhz", vm.percentile_mhz},
                       {"peak_mhz", vm.peak_mhz},
                       {"length_s", vm.length_s},
                       {"completeness", vm.completeness},
                       {"confidence", vm.confidence}});
    return dump({{"percentile", found.percentile}, {"comfort", found.comfort}, {"vms", vms}});
}

}  // namespace verbund::report
