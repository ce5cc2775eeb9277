#include "models/workload/measured_use.hpp"

namespace verbund::workload {

std::uint64_t step_count(const StepSource& source, std::size_t vm) {
    std::uint64_t count = 0;
    for (std::size_t number = 0; number < source.runs(vm); ++number) count += source.run(vm, number).count;
    return count;
}

double last_step_s(const StepSource& source, std::size_t vm) {
    const std::size_t runs = source.runs(vm);
    return runs == 0 ? 0.0 : source.run(vm, runs - 1).last_s;
}

}  // namespace verbund::workload
