#include "sim/cli/trace_options.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include <CLI/CLI.hpp>

#include "models/base/diagnostics.hpp"
#include "scenarios/read/traces/prometheus.hpp"
#include "scenarios/read/traces/trace_files.hpp"
#include "scenarios/read/traces/trace_tables.hpp"
#include "scenarios/read/traces/usage_table.hpp"
#include "scenarios/study/enum_words.hpp"
#include "sim/batch/import/bundle_steps.hpp"
#include "sim/cli/options.hpp"

namespace verbund::cli {
namespace {

std::vector<workload::MeasuredVm> vms_of(const TraceOptions& options) {
    if (options.vms.empty()) return {};
    Diagnostics mistakes;
    std::vector<workload::MeasuredVm> vms =
        read::read_measured_vms(read::load_csv(options.vms), decimals_of(options), mistakes);
    read::throw_if_any(mistakes);
    return vms;
}

/// VCPUS,CORE_MHZ,RAM_MIB
std::optional<workload::MeasuredVm> vm_type_of(const TraceOptions& options) {
    if (options.vm_type.empty()) return std::nullopt;
    return workload::MeasuredVm{.name = "",
                                .vcpus = options.vm_type[0],
                                .core_mhz = options.vm_type[1],
                                .ram_mib = options.vm_type[2]};
}

const std::vector<std::string> sample_units{"cores", "share", "mhz"};

read::SampleUnit unit_of(const TraceOptions& options) {
    const auto found = std::find(sample_units.begin(), sample_units.end(), options.sample_unit);
    return static_cast<read::SampleUnit>(found - sample_units.begin());
}

read::Trace text_trace(const TraceOptions& options) {
    if (!options.usage.empty())
        return read::read_usage_table(options.usage, vms_of(options), decimals_of(options));
    if (!options.planetlab.empty())
        return read::read_planetlab(options.planetlab, vms_of(options), vm_type_of(options));
    if (!options.prometheus.empty())
        return read::read_prometheus(options.prometheus, vms_of(options), vm_type_of(options),
                                     {options.vm_label, unit_of(options)});
    return read::read_gwa(options.gwa, decimals_of(options));
}

outcome::ReadCounts counts_of(const read::TraceCounts& counts) {
    return {{"repeated", counts.steps.repeated},
            {"unordered", counts.steps.unordered},
            {"missing", counts.missing},
            {"gaps", counts.steps.gaps},
            {"truncated", counts.truncated},
            {"vms_without_steps", counts.vms_without_steps},
            {"vms_without_size", counts.vms_without_size}};
}

}  // namespace

DecimalSign decimals_of(const TraceOptions& options) {
    return *study::Codec<DecimalSign>::read(options.decimal).value;
}

MeasuredTrace read_trace(const TraceOptions& options) {
    MeasuredTrace found;
    if (!options.bundle.empty()) {
        auto steps = std::make_unique<batch::BundleSteps>(options.bundle);
        found.vms = steps->vms();
        found.steps = std::move(steps);
        return found;
    }
    read::Trace trace = text_trace(options);
    found.vms = std::move(trace.vms);
    found.steps = std::move(trace.steps);
    found.counts = counts_of(trace.counts);
    found.repeated = trace.counts.steps.repeated;
    return found;
}

void add_trace_options(CLI::App& command, TraceOptions& options, bool bundles) {
    CLI::Option* const vms = command.add_option(
        "--vms", options.vms, "CSV: vm,vcpus,core_mhz,ram_mib and, where they differ, start_s,duration_s");
    CLI::Option* const vm_type =
        command
            .add_option("--vm-type", options.vm_type,
                        "Size of every VM that --vms does not have: VCPUS,CORE_MHZ,RAM_MIB")
            ->delimiter(',')
            ->expected(3)
            ->check(CLI::Range(0.0, 1e9));
    CLI::Option_group* const sources = command.add_option_group("use", "Where measured use comes from");
    sources->add_option("--usage", options.usage, "CSV, also gzip: vm,t_s,cpu_mhz, times from the VM's start")
        ->needs(vms)
        ->excludes(vm_type);
    sources->add_option("--planetlab", options.planetlab,
                        "Folder with a file per VM: a percentage a line, 300 s apart");
    sources->add_option("--gwa", options.gwa, "Folder in the layout of GWA-T-12 (Bitbrains)")
        ->excludes(vms)
        ->excludes(vm_type);
    CLI::Option* const prometheus =
        sources->add_option("--prometheus", options.prometheus,
                            "JSON, the answer of a Prometheus range query with a series per VM");
    if (bundles)
        sources->add_option("--bundle", options.bundle, "Bundle that `verbund import usage` wrote")
            ->excludes(vms)
            ->excludes(vm_type);
    sources->require_option(1);
    command.add_option("--vm-label", options.vm_label, "Label of its series that names the VM")
        ->needs(prometheus)
        ->capture_default_str();
    command
        .add_option("--sample-unit", options.sample_unit,
                    "What its samples count: processors in use, a share of the VM's, MHz")
        ->check(CLI::IsMember(sample_units))
        ->needs(prometheus)
        ->capture_default_str();
    command
        .add_option("--decimal", options.decimal,
                    "Decimal sign of the tables; as-written: as their cells with one reading show")
        ->check(CLI::IsMember(study::Codec<DecimalSign>::words()))
        ->capture_default_str();
}

}  // namespace verbund::cli
