#include <memory>
#include <string>
#include <vector>

#include <CLI/CLI.hpp>

#include "models/base/diagnostics.hpp"
#include "results/report/export/hosts_json.hpp"
#include "results/report/terminal/hosts_text.hpp"
#include "scenarios/read/import/csv.hpp"
#include "scenarios/read/import/host_export.hpp"
#include "sim/batch/import/host_fleet.hpp"
#include "sim/cli/app.hpp"
#include "sim/cli/import/importers.hpp"
#include "sim/cli/messages.hpp"
#include "sim/cli/options.hpp"

namespace verbund::cli {
namespace {

struct HostsArguments {
    OutputOptions output;
    std::string file;
    std::string processors;
    int after = 1;
    bool show_processors = false;
};

int import_hosts(const HostsArguments& arguments) {
    if (arguments.show_processors) {
        print(std::string{read::shipped_processor_years()});
        return exit_ok;
    }
    Diagnostics mistakes;
    const read::CsvTable rules =
        arguments.processors.empty()
            ? read::parse_csv(read::shipped_processor_years(), "scenarios/read/import/processor_years.csv")
            : read::load_csv(arguments.processors);
    const std::vector<read::ProcessorYear> years = read::read_processor_years(rules, mistakes);
    const std::vector<read::ExportedHost> hosts =
        read::read_host_export(read::load_csv(arguments.file, "vHost"), years, mistakes);
    read::throw_if_any(mistakes);
    if (!arguments.output.quiet) tell_hints(mistakes.notes());
    const outcome::ImportedFleet fleet = batch::host_fleet(hosts, arguments.after);
    print(arguments.output.json ? report::hosts_json(fleet)
                                : report::hosts_text(fleet, style_for(arguments.output)));
    if (!arguments.output.quiet && !fleet.installed.empty())
        tell("Next: in a study, hosts: {{{}}} (assumed: bought {} year(s) after the processor's launch)\n",
             report::installed_text(fleet), arguments.after);
    return exit_ok;
}

}  // namespace

Command add_import_hosts(CLI::App& import) {
    const auto given = std::make_shared<HostsArguments>();
    CLI::App* command = import.add_subcommand(
        "hosts", "A list of virtualisation hosts (RVTools, sheet vHost) as today's fleet");
    command->footer(R"(Examples:
  verbund import hosts RVTools.xlsx                     hosts by cluster, with the year in which they were bought
  verbund import hosts vHost.csv --after 0              bought in the year of the processor's launch
  verbund import hosts --show-processors > years.csv    the years of processors, to be changed
  verbund import hosts vHost.csv --processors years.csv)");
    add_output_options(*command, given->output);
    command->add_option("FILE", given->file, "The workbook, or the sheet vHost as CSV");
    command->add_option("--after", given->after, "Years from the processor's launch to the purchase")
        ->check(CLI::Range(0, 5))
        ->capture_default_str();
    command->add_option("--processors", given->processors,
                        "CSV pattern,launched: names of processors (* ? [ ]) and their year");
    command->add_flag("--show-processors", given->show_processors, "Print the built-in years and stop");
    command->callback([given] {
        if (!given->show_processors && given->file.empty()) throw CLI::RequiredError("FILE");
    });
    return {command, [given] { return import_hosts(*given); }};
}

}  // namespace verbund::cli
