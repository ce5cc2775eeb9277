#include <algorithm>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "models/base/diagnostics.hpp"
#include "models/workload/right_size.hpp"
#include "results/outcome/measured_usage.hpp"
#include "results/report/export/inventory_export.hpp"
#include "results/report/export/right_size_export.hpp"
#include "results/report/export/usage_json.hpp"
#include "results/report/terminal/inventory_text.hpp"
#include "results/report/terminal/right_size_text.hpp"
#include "results/report/terminal/usage_text.hpp"
#include "results/store/new_file.hpp"
#include "scenarios/read/catalog_reader.hpp"
#include "scenarios/read/import/vm_classes.hpp"
#include "scenarios/read/import/vm_export.hpp"
#include "sim/batch/import/bundle_steps.hpp"
#include "sim/batch/import/right_sizes.hpp"
#include "sim/batch/import/vm_inventory.hpp"
#include "sim/cli/app.hpp"
#include "sim/cli/commands.hpp"
#include "sim/cli/messages.hpp"
#include "sim/cli/options.hpp"
#include "sim/cli/progress.hpp"
#include "sim/cli/trace_options.hpp"

/// What other programs export, made into what a study takes.
namespace verbund::cli {
namespace {

struct UsageArguments {
    OutputOptions output;
    TraceOptions trace;
    std::string out;
};

struct SizesArguments {
    OutputOptions output;
    TraceOptions trace;
    std::string out;
    workload::SizingRules rules;
};

struct InventoryArguments {
    OutputOptions output;
    std::string file;
    std::string out;
    std::string classes;
    std::string disks = "used";
    bool show_classes = false;
};

constexpr double half = 0.5;  // of the time goes into reading
const std::vector<std::string> disk_words{"used", "provisioned"};

constexpr const char* formats = R"(What is imported, and from what:
  inventory   RVTools 3 and 4, the workbook or its sheet vInfo as CSV -> the CSV that `inventory:` of a study takes
  usage       CSV or gzip, GWA-T-12 (Bitbrains), PlanetLab, Prometheus range query -> a bundle for `verbund replay`, which reads these, too
  sizes       the same measured use -> the vCPUs that VMs need, as the table of VMs for `verbund replay`
Every table but that of use may be CSV or the first sheet of a workbook (.xlsx).
)";

std::vector<read::VmClassRule> classes_of(const InventoryArguments& arguments,
                                          const catalog::Catalog& catalog, Diagnostics& mistakes) {
    const read::CsvTable table =
        arguments.classes.empty()
            ? read::parse_csv(read::shipped_vm_classes(), "scenarios/read/import/vm_classes.csv")
            : read::load_csv(arguments.classes);
    return read::read_vm_classes(table, catalog, mistakes);
}

void write_text(const std::filesystem::path& target, bool overwrite, const std::string& text) {
    store::NewFile file{target, overwrite};
    file.write(text);
    file.commit();
}

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

int import_inventory(const InventoryArguments& arguments) {
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

void add_sizes(CLI::App& import, SizesArguments& arguments) {
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
}

void add_usage(CLI::App& import, UsageArguments& arguments) {
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
}

void add_inventory(CLI::App& import, InventoryArguments& arguments) {
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
    auto inventory = std::make_shared<InventoryArguments>();
    auto usage = std::make_shared<UsageArguments>();
    auto sizes = std::make_shared<SizesArguments>();
    auto list = std::make_shared<bool>(false);
    CLI::App* command =
        program.add_subcommand("import", "What other programs export, for a study or a replay");
    command->footer(R"(Examples:
  verbund import --formats                                        what can be imported, and from what
  verbund import inventory RVTools.xlsx -o inventory.csv          the VMs of an export as an inventory for a study
  verbund import usage --gwa fastStorage/2013-8 -o trace.h5       measured use as a compact file for a replay
  verbund import sizes --bundle trace.h5                          the vCPUs that VMs need by what they used)");
    command->add_flag("--formats", *list, "List what can be imported");
    add_inventory(*command, *inventory);
    add_usage(*command, *usage);
    add_sizes(*command, *sizes);
    CLI::App* const list_of_vms = command->get_subcommand("inventory");
    command->callback([command, list] {
        if (!*list && command->get_subcommands().empty())
            throw CLI::RequiredError("inventory, usage, sizes or --formats");
    });
    list_of_vms->callback([inventory] {
        if (!inventory->show_classes && inventory->file.empty()) throw CLI::RequiredError("FILE");
    });
    return {command, [=] {
                if (list_of_vms->parsed()) return import_inventory(*inventory);
                if (command->get_subcommand("usage")->parsed()) return import_usage(*usage);
                if (command->get_subcommand("sizes")->parsed()) return import_sizes(*sizes);
                print(formats);
                return static_cast<int>(exit_ok);
            }};
}

}  // namespace verbund::cli
