#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "models/base/calendar.hpp"
#include "models/base/diagnostics.hpp"
#include "results/report/export/profile_json.hpp"
#include "results/report/terminal/profile_text.hpp"
#include "results/store/new_file.hpp"
#include "scenarios/read/catalog_reader.hpp"
#include "scenarios/read/import/csv.hpp"
#include "scenarios/read/import/vm_classes.hpp"
#include "sim/batch/import/fitted_profiles.hpp"
#include "sim/cli/app.hpp"
#include "sim/cli/import/importers.hpp"
#include "sim/cli/messages.hpp"
#include "sim/cli/options.hpp"
#include "sim/cli/progress.hpp"
#include "sim/cli/trace_options.hpp"
#include "sim/cli/written_text.hpp"

namespace verbund::cli {
namespace {

struct ProfileArguments {
    OutputOptions output;
    TraceOptions trace;
    std::string day;
    double hour = 0.0;
    int state = 5;
    std::string classes;
    std::string out;
};

constexpr double half = 0.5;  // of the time goes into reading

batch::TraceCalendar calendar_of(const ProfileArguments& arguments) {
    const std::optional<Date> day = parse_date(arguments.day);
    if (!day)
        throw InvalidInput{{{{},
                             "--from",
                             fmt::format("\"{}\" is no day", arguments.day),
                             "Write the day on which the trace begins, e.g. 2026-03-02."}}};
    return {*day, arguments.hour, {arguments.state}};
}

int import_profile(const ProfileArguments& arguments) {
    const batch::TraceCalendar calendar = calendar_of(arguments);
    const std::filesystem::path folder{arguments.out};
    const std::filesystem::path profiles = folder / "profiles.csv";
    const std::filesystem::path workloads = folder / "workloads.csv";
    if (!arguments.out.empty()) {
        std::filesystem::create_directories(folder);
        store::check_new_file(profiles, arguments.output.force);
        store::check_new_file(workloads, arguments.output.force);
    }
    const catalog::Catalog catalog = read::load_catalog();
    const std::vector<read::VmClassRule> rules = vm_classes_or_shipped(arguments.classes, catalog);
    ProgressDisplay progress{arguments.output.quiet};
    progress.update(0.0, "reading");
    const MeasuredTrace trace = read_trace(arguments.trace);
    progress.update(half, "fitting");
    const batch::ClassProfiles made = batch::fit_profiles(trace.vms, *trace.steps, calendar, rules, catalog);
    progress.finish();
    if (made.found.classes.empty())
        throw InvalidInput{{{{},
                             "",
                             "no class was measured on workdays and days off at every hour",
                             "Take at least a whole week."}}};
    if (!arguments.out.empty()) {
        write_text(profiles, arguments.output.force, made.profiles_csv);
        write_text(workloads, arguments.output.force, made.workloads_csv);
    }
    print(arguments.output.json ? report::profile_json(made.found)
                                : report::profile_text(made.found, style_for(arguments.output)));
    if (!arguments.out.empty() && !arguments.output.quiet)
        tell("written: {0} and {1}\nNext: in a study, catalog: {{profiles: {0}, workloads: {1}}}\n",
             profiles.string(), workloads.string());
    return exit_ok;
}

}  // namespace

Command add_import_profile(CLI::App& import) {
    const auto given = std::make_shared<ProfileArguments>();
    CLI::App* command =
        import.add_subcommand("profile", "Load profiles of workload classes from their measured use");
    command->footer(R"(Examples:
  verbund import profile --bundle trace.h5 --from 2026-03-02
  verbund import profile --gwa fastStorage/2013-8 --from 2013-08-12 --hour 13.67 --state 5 -o measured
Use of each hour by kind of day (workday, long Thursday, Friday, day off), all VMs of a class together.)");
    add_output_options(*command, given->output);
    constexpr bool bundles = true;
    add_trace_options(*command, given->trace, bundles);
    command->add_option("--from", given->day, "Day on which time 0 of the trace lies, e.g. 2026-03-02")
        ->required();
    command->add_option("--hour", given->hour, "Hour of that day at time 0, winter time")
        ->check(CLI::Range(0.0, 24.0))
        ->capture_default_str();
    command->add_option("--state", given->state, "Federal state whose holidays count, 1 to 16 (AGS key)")
        ->check(CLI::Range(1, 16))
        ->capture_default_str();
    command->add_option(
        "--classes", given->classes,
        "CSV pattern,workload: words of names and their class, as of `verbund import inventory`");
    command->add_option("--out,-o", given->out, "Folder for profiles.csv and workloads.csv");
    command->add_flag("--force", given->output.force, "Replace existing files");
    return {command, [given] { return import_profile(*given); }};
}

}  // namespace verbund::cli
