#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "models/base/diagnostics.hpp"
#include "results/report/export/inventory_export.hpp"
#include "results/report/terminal/inventory_text.hpp"
#include "results/store/new_file.hpp"
#include "scenarios/read/catalog_reader.hpp"
#include "scenarios/read/import/vm_classes.hpp"
#include "scenarios/read/import/vm_export.hpp"
#include "sim/batch/import/vm_inventory.hpp"
#include "sim/cli/app.hpp"
#include "sim/cli/import/importers.hpp"
#include "sim/cli/messages.hpp"
#include "sim/cli/options.hpp"
#include "sim/cli/written_text.hpp"

namespace verbund::cli {
namespace {

struct InventoryArguments {
    OutputOptions output;
    std::string file;
    std::string out;
    std::string classes;
    std::string disks = "used";
    bool show_classes = false;
};

const std::vector<std::string> disk_words{"used", "provisioned"};

int import_inventory(const InventoryArguments& arguments) {
    if (arguments.show_classes) {
        print(std::string{read::shipped_vm_classes()});
        return exit_ok;
    }
    if (!arguments.out.empty()) store::check_new_file(arguments.out, arguments.output.force);
    const catalog::Catalog catalog = read::load_catalog();
    const std::vector<read::VmClassRule> classes = vm_classes_or_shipped(arguments.classes, catalog);
    Diagnostics mistakes;
    const std::vector<read::ExportedVm> vms = read::read_vm_export(read::load_csv(arguments.file), mistakes);
    read::throw_if_any(mistakes);
    if (!arguments.output.quiet) tell_hints(mistakes.notes());
    const batch::CountedDisks disks =
        arguments.disks == disk_words.front() ? batch::CountedDisks::used : batch::CountedDisks::provisioned;
    const outcome::ImportedInventory found = batch::vm_inventory(vms, classes, catalog, disks);
    if (!arguments.out.empty())
        write_text(arguments.out, arguments.output.force, report::inventory_csv(found));
    print(arguments.output.json ? report::inventory_json(found)
                                : report::inventory_text(found, style_for(arguments.output)));
    if (!arguments.out.empty() && !arguments.output.quiet)
        tell(
            "written: {}\nNext: in a study, territory: {{administrations: {{ID: {{inventory: {}, as_of: "
            "YEAR}}}}}}\n",
            arguments.out, std::filesystem::path{arguments.out}.filename().string());
    return exit_ok;
}

}  // namespace

Command add_import_inventory(CLI::App& import) {
    const auto given = std::make_shared<InventoryArguments>();
    InventoryArguments& arguments = *given;
    CLI::App* command =
        import.add_subcommand("inventory", "A list of VMs (RVTools, sheet vInfo) as an inventory");
    command->footer(R"(Examples:
  verbund import inventory vInfo.csv                     what runs, by class of workload
  verbund import inventory vInfo.csv -o inventory.csv    and the CSV for a study
  verbund import inventory --show-classes > classes.csv  the rules by which names tell classes, to be changed
  verbund import inventory vInfo.csv --classes classes.csv)");
    add_output_options(*command, arguments.output);
    command->add_option("FILE", arguments.file, "The sheet vInfo as CSV");
    command->add_option("--out,-o", arguments.out, "Inventory to write");
    command->add_option(
        "--classes", arguments.classes,
        "CSV pattern,workload: words of names and their class; the first that matches counts");
    command->add_option("--disks", arguments.disks, "Which size of disks counts")
        ->check(CLI::IsMember(disk_words))
        ->capture_default_str();
    command->add_flag("--show-classes", arguments.show_classes, "Print the built-in rules and stop");
    command->add_flag("--force", arguments.output.force, "Replace an existing file");
    command->callback([given] {
        if (!given->show_classes && given->file.empty()) throw CLI::RequiredError("FILE");
    });
    return {command, [given] { return import_inventory(*given); }};
}

}  // namespace verbund::cli
