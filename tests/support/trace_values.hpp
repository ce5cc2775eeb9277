#pragma once

#include <cstddef>
#include <vector>

#include "scenarios/read/traces/trace.hpp"

namespace verbund::test {

/// Uses of a VM in MHz, run after run.
[[nodiscard]] inline std::vector<double> values(const read::Trace& trace, std::size_t vm) {
    std::vector<double> found;
    workload::StepSource::Room room;
    for (std::size_t run = 0; run < trace.steps->runs(vm); ++run)
        for (const double value : trace.steps->values(vm, run, 0, trace.steps->run(vm, run).count, room))
            found.push_back(value);
    return found;
}

}  // namespace verbund::test
