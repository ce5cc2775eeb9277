#include <algorithm>
#include <memory>
#include <string>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "results/outcome/measured_usage.hpp"
#include "results/report/export/usage_json.hpp"
#include "results/report/terminal/usage_text.hpp"
#include "results/store/new_file.hpp"
#include "sim/batch/import/bundle_steps.hpp"
#include "sim/cli/app.hpp"
#include "sim/cli/import/importers.hpp"
#include "sim/cli/messages.hpp"
#include "sim/cli/options.hpp"
#include "sim/cli/progress.hpp"
#include "sim/cli/trace_options.hpp"

namespace verbund::cli {
namespace {

constexpr double half = 0.5;  // of the time goes into reading

struct UsageArguments {
    OutputOptions output;
    TraceOptions trace;
    std::string out;
};

outcome::ImportedUsage summary_of(const MeasuredTrace& trace) {
    outcome::ImportedUsage found;
    found.vms = trace.vms.size();
    found.counts = trace.counts;
    for (std::size_t vm = 0; vm < trace.vms.size(); ++vm) {
        const workload::MeasuredVm& of = trace.vms[vm];
        found.steps += workload::step_count(*trace.steps, vm);
        const double end_s = of.start_s + of.duration_s.value_or(workload::last_step_s(*trace.steps, vm));
        found.first_start_s = vm == 0 ? of.start_s : std::min(found.first_start_s, of.start_s);
        found.last_end_s = std::max(found.last_end_s, end_s);
    }
    return found;
}

int import_usage(const UsageArguments& arguments) {
    store::check_new_file(arguments.out, arguments.output.force);
    ProgressDisplay progress{arguments.output.quiet};
    progress.update(0.0, "reading");
    const MeasuredTrace trace = read_trace(arguments.trace);
    progress.update(half, "writing");
    batch::write_bundle(arguments.out, arguments.output.force, trace.vms, *trace.steps);
    progress.finish();
    const outcome::ImportedUsage found = summary_of(trace);
    print(arguments.output.json ? report::usage_json(found)
                                : report::usage_text(found, style_for(arguments.output)));
    if (!arguments.output.quiet)
        tell("written: {0}\nNext: verbund replay --hosts hosts.csv --bundle {0}\n", arguments.out);
    return exit_ok;
}

}  // namespace

Command add_import_usage(CLI::App& import) {
    const auto given = std::make_shared<UsageArguments>();
    UsageArguments& arguments = *given;
    CLI::App* command =
        import.add_subcommand("usage", "Measured use of VMs as a compact file for `verbund replay`");
    command->footer(R"(Examples:
  verbund import usage --vms vms.csv --usage usage.csv.gz -o trace.h5
  verbund import usage --gwa fastStorage/2013-8 -o trace.h5)");
    add_output_options(*command, arguments.output);
    constexpr bool bundles = false;
    add_trace_options(*command, arguments.trace, bundles);
    command->add_option("--out,-o", arguments.out, "Bundle to write")->required();
    command->add_flag("--force", arguments.output.force, "Replace an existing file");
    return {command, [given] { return import_usage(*given); }};
}

}  // namespace verbund::cli
