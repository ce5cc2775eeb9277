#include <memory>
#include <vector>

#include <CLI/CLI.hpp>

#include "sim/cli/app.hpp"
#include "sim/cli/commands.hpp"
#include "sim/cli/import/importers.hpp"
#include "sim/cli/options.hpp"

/// What other programs export, made into what a study takes.
namespace verbund::cli {
namespace {

constexpr const char* formats = R"(What is imported, and from what:
  inventory   RVTools 3 and 4, the workbook or its sheet vInfo as CSV -> the CSV that `inventory:` of a study takes
  hosts       RVTools 3 and 4, the workbook or its sheet vHost as CSV -> today's hosts, and when they were bought
  racks       devices of NetBox or openDCIM, CSV -> racks with height units and power, as a table of racks
  usage       CSV or gzip, GWA-T-12 (Bitbrains), PlanetLab, Prometheus range query -> a bundle for `verbund replay`, which reads these, too
  sizes       the same measured use -> the vCPUs that VMs need, as the table of VMs for `verbund replay`
  profile     the same measured use -> profiles and use of workload classes, as tables for `catalog:` of a study
  weather     DWD test reference years (.dat), EPW, DWD hourly measurements, CSV -> what `weather:` of a study takes as it is
  network     GraphML, GML (Topology Zoo) -> what `network: {file: ...}` of a study takes as it is
Every table but that of use may be CSV or the first sheet of a workbook (.xlsx).
)";

}  // namespace

Command add_import(CLI::App& program) {
    auto list = std::make_shared<bool>(false);
    CLI::App* command =
        program.add_subcommand("import", "What other programs export, for a study or a replay");
    command->footer(R"(Examples:
  verbund import --formats                                        what can be imported, and from what
  verbund import inventory RVTools.xlsx -o inventory.csv          the VMs of an export as an inventory for a study
  verbund import usage --gwa fastStorage/2013-8 -o trace.h5       measured use as a compact file for a replay
  verbund import sizes --bundle trace.h5                          the vCPUs that VMs need by what they used
  verbund import profile --bundle trace.h5 --from 2026-03-02      load profiles of the classes, as measured
  verbund import weather TRY2045_514_073.dat                      what a year of weather holds
  verbund import network Dfn.gml                                  what a network lacks, and what is assumed instead)");
    command->add_flag("--formats", *list, "List what can be imported");
    const std::vector<Command> kinds{add_import_inventory(*command), add_import_hosts(*command),
                                     add_import_racks(*command),     add_import_usage(*command),
                                     add_import_sizes(*command),     add_import_profile(*command),
                                     add_import_weather(*command),   add_import_network(*command)};
    command->callback([command, list] {
        if (!*list && command->get_subcommands().empty())
            throw CLI::RequiredError(
                "inventory, hosts, racks, usage, sizes, profile, weather, network or --formats");
    });
    return {command, [=] {
                for (const Command& kind : kinds)
                    if (kind.app->parsed()) return kind.action();
                print(formats);
                return static_cast<int>(exit_ok);
            }};
}

}  // namespace verbund::cli
