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
#include "sim/cli/commands.hpp"
#include "sim/cli/messages.hpp"
#include "sim/cli/options.hpp"

/// What other programs export, made into what a study takes.
namespace verbund::cli {
namespace {

struct ImportArguments {
    OutputOptions output;
    std::string file;
    std::string out;
    std::string classes;
    std::string disks = "used";
    bool show_classes = false;
};

const std::vector<std::string> disk_words{"used", "provisioned"};

constexpr const char* formats = R"(What is imported, and from what:
  inventory   RVTools 3 and 4, sheet vInfo saved as CSV -> the CSV that `inventory:` of a study takes
Read where they are, without an import:
  replay      --usage: CSV or gzip; --gwa: GWA-T-12 (Bitbrains); --planetlab: PlanetLab
)";

std::vector<read::VmClassRule> classes_of(const ImportArguments& arguments, const catalog::Catalog& catalog,
                                          Diagnostics& mistakes) {
    const read::CsvTable table =
        arguments.classes.empty()
            ? read::parse_csv(read::shipped_vm_classes(), "scenarios/read/import/vm_classes.csv")
            : read::load_csv(arguments.classes);
    return read::read_vm_classes(table, catalog, mistakes);
}

int import_inventory(const ImportArguments& arguments) {
    if (arguments.show_classes) {
        print(std::string{read::shipped_vm_classes()});
        return exit_ok;
    }
    if (!arguments.out.empty()) store::check_new_file(arguments.out, arguments.output.force);
    const catalog::Catalog catalog = read::load_catalog();
    Diagnostics mistakes;
    const std::vector<read::VmClassRule> classes = classes_of(arguments, catalog, mistakes);
    const std::vector<read::ExportedVm> vms = read::read_vm_export(read::load_csv(arguments.file), mistakes);
    read::throw_if_any(mistakes);
    if (!arguments.output.quiet) tell_hints(mistakes.notes());
    const batch::CountedDisks disks =
        arguments.disks == disk_words.front() ? batch::CountedDisks::used : batch::CountedDisks::provisioned;
    const outcome::ImportedInventory found = batch::vm_inventory(vms, classes, catalog, disks);
    if (!arguments.out.empty()) {
        store::NewFile file{arguments.out, arguments.output.force};
        file.write(report::inventory_csv(found));
        file.commit();
    }
    print(arguments.output.json ? report::inventory_json(found)
                                : report::inventory_text(found, style_for(arguments.output)));
    if (!arguments.out.empty() && !arguments.output.quiet)
        tell("written: {}\nNext: in a study, territory: {{administrations: {{ID: {{inventory: {}, as_of: YEAR}}}}}}\n",
             arguments.out, std::filesystem::path{arguments.out}.filename().string());
    return exit_ok;
}

void add_inventory(CLI::App& import, ImportArguments& arguments) {
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
}

}  // namespace

Command add_import(CLI::App& program) {
    auto arguments = std::make_shared<ImportArguments>();
    auto list = std::make_shared<bool>(false);
    CLI::App* command = program.add_subcommand("import", "What other programs export, for a study");
    command->add_flag("--formats", *list, "List what can be imported");
    add_inventory(*command, *arguments);
    CLI::App* inventory = command->get_subcommand("inventory");
    command->callback([command, list] {
        if (!*list && command->get_subcommands().empty()) throw CLI::RequiredError("inventory or --formats");
    });
    inventory->callback([arguments] {
        if (!arguments->show_classes && arguments->file.empty()) throw CLI::RequiredError("FILE");
    });
    return {command, [arguments, list] {
                if (*list) {
                    print(formats);
                    return static_cast<int>(exit_ok);
                }
                return import_inventory(*arguments);
            }};
}

}  // namespace verbund::cli
