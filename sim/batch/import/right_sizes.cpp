#include "sim/batch/import/right_sizes.hpp"

#include <array>
#include <cmath>
#include <cstddef>
#include <string_view>

namespace verbund::batch {

outcome::RightSizes right_sizes(const std::vector<workload::MeasuredVm>& vms,
                                const workload::StepSource& steps, const workload::SizingRules& rules) {
    constexpr std::array<std::string_view, 4> confidences{"none", "low", "medium", "high"};
    outcome::RightSizes found{.percentile = rules.percentile, .comfort = rules.comfort, .vms = {}};
    for (std::size_t number = 0; number < vms.size(); ++number) {
        const workload::MeasuredVm& vm = vms[number];
        const workload::VmNeed need = workload::need_of(vm, steps, number, rules);
        found.vms.push_back(
            {.name = vm.name,
             .core_mhz = vm.core_mhz,
             .ram_mib = vm.ram_mib,
             .start_s = vm.start_s,
             .duration_s = vm.duration_s.value_or(std::nan("")),
             .given_vcpus = vm.vcpus,
             .needed_vcpus = need.vcpus,
             .mean_mhz = need.mean_mhz,
             .percentile_mhz = need.percentile_mhz,
             .peak_mhz = need.peak_mhz,
             .length_s = need.length_s,
             .completeness = need.completeness,
             .confidence = std::string{confidences.at(static_cast<std::size_t>(need.confidence))}});
    }
    return found;
}

}  // namespace verbund::batch
