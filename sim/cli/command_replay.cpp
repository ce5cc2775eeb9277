#include <algorithm>
#include <filesystem>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "models/base/diagnostics.hpp"
#include "models/base/quantity_text.hpp"
#include "results/report/export/replay_json.hpp"
#include "results/report/terminal/replay_text.hpp"
#include "scenarios/read/traces/trace_tables.hpp"
#include "sim/cli/app.hpp"
#include "sim/cli/commands.hpp"
#include "sim/cli/options.hpp"
#include "sim/cli/progress.hpp"
#include "sim/cli/trace_options.hpp"
#include "sim/replay/replay.hpp"

namespace verbund::cli {
namespace {

struct ReplayArguments {
    OutputOptions output;
    TraceOptions trace;
    std::string hosts;
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

std::vector<compute::HostGroup> hosts_of(const ReplayArguments& arguments) {
    Diagnostics mistakes;
    std::vector<compute::HostGroup> hosts =
        read::read_host_groups(read::load_csv(arguments.hosts), decimals_of(arguments.trace), mistakes);
    read::throw_if_any(mistakes);
    if (!arguments.output.quiet) tell_hints(mistakes.notes());
    return hosts;
}

int replay_trace(const ReplayArguments& arguments) {
    const replay::Rules rules = rules_of(arguments);
    const std::vector<compute::HostGroup> hosts = hosts_of(arguments);
    ProgressDisplay progress{arguments.output.quiet};
    progress.update(0.0, "reading");
    MeasuredTrace trace = read_trace(arguments.trace);
    outcome::Replay found = replay::replay({hosts, trace.vms, *trace.steps}, rules,
                                           [&](double share) { progress.update(share, "replaying"); });
    progress.finish();
    found.counts = std::move(trace.counts);
    found.steps.read += trace.repeated;
    found.steps.clipped_repeated += trace.repeated;
    print(arguments.output.json ? report::replay_json(found)
                                : report::replay_text(found, style_for(arguments.output)));
    return exit_ok;
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
  verbund replay --hosts hosts.csv --bundle trace.h5     what `verbund import usage` made, in a fraction of the time
Energy is the exact integral of the hosts' power over the steps of use.)");
    add_output_options(*command, arguments->output);
    command
        ->add_option(
            "--hosts", arguments->hosts,
            "CSV: host_type,count,cores,core_mhz,ram_mib and w_0,w_10,...,w_100 or idle_w,max_w,shape")
        ->required();
    constexpr bool bundles = true;
    add_trace_options(*command, arguments->trace, bundles);
    add_rule_options(*command, *arguments);
    return {command, [arguments] { return replay_trace(*arguments); }};
}

}  // namespace verbund::cli
