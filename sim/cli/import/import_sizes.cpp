#include <memory>
#include <string>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "models/workload/right_size.hpp"
#include "results/report/export/right_size_export.hpp"
#include "results/report/terminal/right_size_text.hpp"
#include "results/store/new_file.hpp"
#include "sim/batch/import/right_sizes.hpp"
#include "sim/cli/app.hpp"
#include "sim/cli/import/importers.hpp"
#include "sim/cli/messages.hpp"
#include "sim/cli/options.hpp"
#include "sim/cli/progress.hpp"
#include "sim/cli/trace_options.hpp"
#include "sim/cli/written_text.hpp"

namespace verbund::cli {
namespace {

constexpr double half = 0.5;  // of the time goes into reading

struct SizesArguments {
    OutputOptions output;
    TraceOptions trace;
    std::string out;
    workload::SizingRules rules;
};

int import_sizes(const SizesArguments& arguments) {
    if (!arguments.out.empty()) store::check_new_file(arguments.out, arguments.output.force);
    ProgressDisplay progress{arguments.output.quiet};
    progress.update(0.0, "reading");
    const MeasuredTrace trace = read_trace(arguments.trace);
    progress.update(half, "sizing");
    const outcome::RightSizes found = batch::right_sizes(trace.vms, *trace.steps, arguments.rules);
    progress.finish();
    if (!arguments.out.empty())
        write_text(arguments.out, arguments.output.force, report::right_size_csv(found));
    print(arguments.output.json ? report::right_size_json(found)
                                : report::right_size_text(found, style_for(arguments.output)));
    if (!arguments.out.empty() && !arguments.output.quiet) tell("written: {}\n", arguments.out);
    return exit_ok;
}

}  // namespace

Command add_import_sizes(CLI::App& import) {
    const auto given = std::make_shared<SizesArguments>();
    SizesArguments& arguments = *given;
    CLI::App* command = import.add_subcommand("sizes", "The vCPUs that VMs need by their measured use");
    command->footer(R"(Examples:
  verbund import sizes --gwa fastStorage/2013-8
  verbund import sizes --bundle trace.h5 --percentile 0.99 --comfort 1.1 -o sized.csv
Need = comfort x percentile of the use over time, whole vCPUs; time without data does not count.)");
    add_output_options(*command, arguments.output);
    constexpr bool bundles = true;
    add_trace_options(*command, arguments.trace, bundles);
    command
        ->add_option("--percentile", arguments.rules.percentile, "Share of the time in which the need is met")
        ->check(CLI::Range(0.01, 1.0))
        ->capture_default_str();
    command->add_option("--comfort", arguments.rules.comfort, "Need over that percentile")
        ->check(CLI::Range(0.1, 10.0))
        ->capture_default_str();
    command->add_option("--out,-o", arguments.out,
                        "CSV of all VMs with the vCPUs they need, for `verbund replay --vms`");
    command->add_flag("--force", arguments.output.force, "Replace an existing file");
    return {command, [given] { return import_sizes(*given); }};
}

}  // namespace verbund::cli
