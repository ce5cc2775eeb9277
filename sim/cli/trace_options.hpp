#pragma once

#include <memory>
#include <string>
#include <vector>

#include "models/base/number_text.hpp"
#include "models/workload/measured_use.hpp"
#include "results/outcome/replay.hpp"

namespace CLI {
class App;
}

/// Where measured use comes from.
namespace verbund::cli {

struct TraceOptions {
    std::string vms;
    std::string usage;
    std::string planetlab;
    std::string gwa;
    std::string prometheus;
    std::string vm_label = "vm";
    std::string sample_unit = "cores";
    std::string bundle;
    std::vector<double> vm_type;
    std::string decimal = "as-written";
};

/// Measured VMs and their steps, and what was met while they were read.
struct MeasuredTrace {
    std::vector<workload::MeasuredVm> vms;
    std::unique_ptr<workload::StepSource> steps;
    outcome::ReadCounts counts;
    std::uint64_t repeated = 0;  ///< steps that another one at their time replaced
};

/// Adds the options, one of which must be given; that for bundles only where they may be read.
void add_trace_options(CLI::App& command, TraceOptions& options, bool bundles);

/// Throws `InvalidInput` or, for a bundle, `RunFailed`.
[[nodiscard]] MeasuredTrace read_trace(const TraceOptions& options);

[[nodiscard]] DecimalSign decimals_of(const TraceOptions& options);

}  // namespace verbund::cli
