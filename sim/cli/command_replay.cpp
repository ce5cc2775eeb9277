#include <algorithm>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "models/base/diagnostics.hpp"
#include "models/base/quantity_text.hpp"
#include "results/report/export/replay_json.hpp"
#include "results/report/terminal/replay_text.hpp"
#include "scenarios/read/traces/trace_files.hpp"
#include "scenarios/read/traces/trace_tables.hpp"
#include "scenarios/read/traces/usage_table.hpp"
#include "scenarios/study/enum_words.hpp"
#include "sim/cli/app.hpp"
#include "sim/cli/commands.hpp"
#include "sim/cli/options.hpp"
#include "sim/cli/progress.hpp"
#include "sim/replay/replay.hpp"

namespace verbund::cli {
namespace {

struct ReplayArguments {
    OutputOptions output;
    std::string hosts;
    std::string vms;
    std::string usage;
    std::string planetlab;
    std::string gwa;
    std::vector<double> vm_type;
    std::string decimal = "as-written";
    std::string placement = "first-fit";
    std::string when_full = "wait";
    std::string idle_hosts = "always-on";
    std::string host_power = "table";
    double overcommit = 1.0;
    std::string horizon;
};

const std::vector<std::string> placements{"first-fit", "best-fit", "power-aware"};
const std::vector<std::string> when_full_rules{"wait", "refuse"};
const std::vector<std::string> idle_host_rules{"always-on", "off"};
const std::vector<std::string> host_power_rules{"table", "constant-max"};

/// The rule at the word's place; CLI11 has checked that it is one of them.
template <class Rule>
Rule rule_of(const std::vector<std::string>& words, const std::string& word) {
    return static_cast<Rule>(std::find(words.begin(), words.end(), word) - words.begin());
}

replay::Rules rules_of(const ReplayArguments& arguments) {
    replay::Rules rules;
    rules.placement = rule_of<replay::Placement>(placements, arguments.placement);
    rules.when_full = rule_of<replay::WhenFull>(when_full_rules, arguments.when_full);
    rules.idle_hosts = rule_of<replay::IdleHosts>(idle_host_rules, arguments.idle_hosts);
    rules.host_power = rule_of<replay::HostPower>(host_power_rules, arguments.host_power);
    rules.overcommit = arguments.overcommit;
    if (arguments.horizon.empty()) return rules;
    const Parsed<Duration> read = parse_quantity<Duration>(arguments.horizon);
    if (!read.value) throw InvalidInput{{{{}, "--horizon", read.problem.problem, read.problem.remedy}}};
    if (*read.value <= Duration{})
        throw InvalidInput{{{{},
                             "--horizon",
                             fmt::format("{} is no time to replay", arguments.horizon),
                             "Write e.g. \"7 d\"."}}};
    rules.horizon = *read.value;
    return rules;
}

DecimalSign decimals_of(const ReplayArguments& arguments) {
    return *study::Codec<DecimalSign>::read(arguments.decimal).value;
}

std::vector<workload::MeasuredVm> vms_of(const ReplayArguments& arguments, Diagnostics& mistakes) {
    if (arguments.vms.empty()) return {};
    return read::read_measured_vms(read::load_csv(arguments.vms), decimals_of(arguments), mistakes);
}

/// VCPUS,CORE_MHZ,RAM_MIB
std::optional<workload::MeasuredVm> vm_type_of(const ReplayArguments& arguments) {
    if (arguments.vm_type.empty()) return std::nullopt;
    return workload::MeasuredVm{.name = "",
                                .vcpus = arguments.vm_type[0],
                                .core_mhz = arguments.vm_type[1],
                                .ram_mib = arguments.vm_type[2]};
}

read::Trace trace_of(const ReplayArguments& arguments, std::vector<workload::MeasuredVm> vms) {
    if (!arguments.usage.empty())
        return read::read_usage_table(arguments.usage, std::move(vms), decimals_of(arguments));
    if (!arguments.planetlab.empty())
        return read::read_planetlab(arguments.planetlab, vms, vm_type_of(arguments));
    return read::read_gwa(arguments.gwa, decimals_of(arguments));
}

/// What was read counts among the steps of the replay, too.
void add_counts(const read::TraceCounts& counts, outcome::Replay& found) {
    found.steps.read += counts.steps.repeated;
    found.steps.clipped_repeated += counts.steps.repeated;
    found.counts = {{"repeated", counts.steps.repeated},
                    {"unordered", counts.steps.unordered},
                    {"missing", counts.missing},
                    {"gaps", counts.steps.gaps},
                    {"truncated", counts.truncated},
                    {"vms_without_steps", counts.vms_without_steps},
                    {"vms_without_size", counts.vms_without_size}};
}

int replay_trace(const ReplayArguments& arguments) {
    const replay::Rules rules = rules_of(arguments);
    Diagnostics mistakes;
    const std::vector<compute::HostGroup> hosts =
        read::read_host_groups(read::load_csv(arguments.hosts), decimals_of(arguments), mistakes);
    std::vector<workload::MeasuredVm> vms = vms_of(arguments, mistakes);
    read::throw_if_any(mistakes);
    if (!arguments.output.quiet) tell_hints(mistakes.notes());
    ProgressDisplay progress{arguments.output.quiet};
    progress.update(0.0, "reading");
    const read::Trace trace = trace_of(arguments, std::move(vms));
    outcome::Replay found = replay::replay({hosts, trace.vms, *trace.steps}, rules,
                                           [&](double share) { progress.update(share, "replaying"); });
    progress.finish();
    add_counts(trace.counts, found);
    print(arguments.output.json ? report::replay_json(found)
                                : report::replay_text(found, style_for(arguments.output)));
    return exit_ok;
}

void add_trace_options(CLI::App& command, ReplayArguments& arguments) {
    command
        .add_option(
            "--hosts", arguments.hosts,
            "CSV: host_type,count,cores,core_mhz,ram_mib and w_0,w_10,...,w_100 or idle_w,max_w,shape")
        ->required();
    CLI::Option* const vms = command.add_option(
        "--vms", arguments.vms, "CSV: vm,vcpus,core_mhz,ram_mib and, where they differ, start_s,duration_s");
    CLI::Option* const usage = command
                                   .add_option("--usage", arguments.usage,
                                               "CSV, also gzip: vm,t_s,cpu_mhz, times from the VM's start")
                                   ->needs(vms);
    CLI::Option* const planetlab = command.add_option(
        "--planetlab", arguments.planetlab, "Folder with a file per VM: a percentage a line, 300 s apart");
    CLI::Option* const gwa =
        command.add_option("--gwa", arguments.gwa, "Folder in the layout of GWA-T-12 (Bitbrains)");
    command
        .add_option("--vm-type", arguments.vm_type,
                    "Size of every VM of --planetlab that --vms does not have: VCPUS,CORE_MHZ,RAM_MIB")
        ->delimiter(',')
        ->expected(3)
        ->check(CLI::Range(0.0, 1e9))
        ->needs(planetlab);
    usage->excludes(planetlab)->excludes(gwa);
    planetlab->excludes(gwa);
    vms->excludes(gwa);
    command
        .add_option("--decimal", arguments.decimal,
                    "Decimal sign of the tables; as-written: as their cells with one reading show")
        ->check(CLI::IsMember(study::Codec<DecimalSign>::words()))
        ->capture_default_str();
}

void add_rule_options(CLI::App& command, ReplayArguments& arguments) {
    const auto rule = [&command](const std::string& name, std::string& value,
                                 const std::vector<std::string>& words, const std::string& text) {
        command.add_option(name, value, text)->check(CLI::IsMember(words))->capture_default_str();
    };
    rule("--placement", arguments.placement, placements, "Which host with room takes a VM");
    rule("--when-full", arguments.when_full, when_full_rules, "What a VM without room does");
    rule("--hosts-idle", arguments.idle_hosts, idle_host_rules, "Hosts without a VM");
    rule("--host-power", arguments.host_power, host_power_rules,
         "A host's power: its curve, or full power while it is on");
    command.add_option("--overcommit", arguments.overcommit, "vCPUs that may be placed on a core")
        ->check(CLI::Range(0.01, 1000.0))
        ->capture_default_str();
    command.add_option("--horizon", arguments.horizon,
                       "Time that is replayed, e.g. \"7 d\" (default: until the last VM ends)");
}

}  // namespace

Command add_replay(CLI::App& program) {
    auto arguments = std::make_shared<ReplayArguments>();
    CLI::App* command =
        program.add_subcommand("replay", "Measured VMs on given hosts: energy, use, overload, waiting");
    command->footer(R"(Examples:
  verbund replay --hosts hosts.csv --vms vms.csv --usage usage.csv
  verbund replay --hosts hosts.csv --planetlab 20110303 --vm-type 1,2500,1740
  verbund replay --hosts hosts.csv --gwa fastStorage/2013-8 --placement best-fit --json
Energy is the exact integral of the hosts' power over the steps of use.)");
    add_output_options(*command, arguments->output);
    add_trace_options(*command, *arguments);
    add_rule_options(*command, *arguments);
    command->callback([command] {
        const auto given = [command](const char* name) { return command->count(name) > 0; };
        if (!given("--usage") && !given("--planetlab") && !given("--gwa"))
            throw CLI::RequiredError("one of --usage, --planetlab, --gwa");
    });
    return {command, [arguments] { return replay_trace(*arguments); }};
}

}  // namespace verbund::cli
