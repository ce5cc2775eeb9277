#include <memory>
#include <string>

#include <CLI/CLI.hpp>

#include "models/base/diagnostics.hpp"
#include "results/report/export/racks_export.hpp"
#include "results/report/terminal/racks_text.hpp"
#include "results/store/new_file.hpp"
#include "scenarios/read/import/csv.hpp"
#include "scenarios/read/import/device_export.hpp"
#include "sim/batch/import/rack_sums.hpp"
#include "sim/cli/app.hpp"
#include "sim/cli/import/importers.hpp"
#include "sim/cli/messages.hpp"
#include "sim/cli/options.hpp"
#include "sim/cli/written_text.hpp"

namespace verbund::cli {
namespace {

struct RacksArguments {
    OutputOptions output;
    std::string file;
    std::string out;
};

int import_racks(const RacksArguments& arguments) {
    if (!arguments.out.empty()) store::check_new_file(arguments.out, arguments.output.force);
    Diagnostics mistakes;
    const read::DeviceList list = read::read_device_export(read::load_csv(arguments.file), mistakes);
    read::throw_if_any(mistakes);
    if (!arguments.output.quiet) tell_hints(mistakes.notes());
    const outcome::ImportedRacks found = batch::rack_sums(list);
    if (!arguments.out.empty()) write_text(arguments.out, arguments.output.force, report::racks_csv(found));
    print(arguments.output.json ? report::racks_json(found)
                                : report::racks_text(found, style_for(arguments.output)));
    if (!arguments.output.quiet)
        tell(
            "Next: in a study, centers: {{ID: {{rooms: {{ROOM: {{racks: N}}}}}}}} for what stands there, "
            "other_load: {{it_power: ...}} for what other clients have in it\n");
    return exit_ok;
}

}  // namespace

Command add_import_racks(CLI::App& import) {
    const auto given = std::make_shared<RacksArguments>();
    CLI::App* command =
        import.add_subcommand("racks", "A list of devices (NetBox, openDCIM) as racks with units and power");
    command->footer(R"(Examples:
  verbund import racks netbox_devices.csv               racks, height units and power by site
  verbund import racks devices.csv -o racks.csv --json  and a row for each rack)");
    add_output_options(*command, given->output);
    command->add_option("FILE", given->file, "List of devices, CSV or workbook")->required();
    command->add_option("--out,-o", given->out, "CSV of racks to write");
    command->add_flag("--force", given->output.force, "Replace an existing file");
    return {command, [given] { return import_racks(*given); }};
}

}  // namespace verbund::cli
