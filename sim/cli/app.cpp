#include "sim/cli/app.hpp"

#include <cstdio>
#include <exception>
#include <memory>
#include <new>
#include <sstream>
#include <vector>

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <fmt/ranges.h>

#include "models/base/diagnostics.hpp"
#include "models/base/version.hpp"
#include "sim/cli/commands.hpp"
#include "sim/cli/help.hpp"
#include "sim/cli/messages.hpp"
#include "sim/cli/options.hpp"
#include "sim/cli/signals.hpp"
#include "sim/cli/standard_streams.hpp"

namespace verbund::cli {
namespace {

constexpr const char* program_footer = R"(Examples:
  verbund new > my.yaml                     a commented study to start from
  verbund check my.yaml --explain           find mistakes, list every default with its source
  verbund catalog workloads                 the built-in tables with their sources
  verbund run my.yaml --out my.h5           simulate all variants and years, print the answer
  verbund compare my.h5 --year 2030         variants side by side
  verbund export my.h5 --xlsx my.xlsx       tables for the office
  verbund report my.h5 -o my.html           a page with text, charts and tables
  verbund sweep my.yaml -o my-sweep         many cases: lists, distributions, how sure an answer is
  verbund import inventory vInfo.csv -o inventory.csv   the VMs of an export as an inventory for a study
  verbund replay --hosts hosts.csv --vms vms.csv --usage usage.csv   measured VMs on given hosts

Exit codes: 0 ok, 1 run failed, 2 usage, 3 study invalid, 4 some simulations failed, 5 a limit is not met (check --limits), 130/143 signals.)";

std::vector<Command> add_commands(CLI::App& program, const std::vector<std::string>& command_line) {
    return {add_run(program, command_line),
            add_check(program),
            add_new(program),
            add_schema(program),
            add_catalog(program),
            add_compare(program),
            add_info(program),
            add_export(program),
            add_report(program),
            add_drill(program),
            add_sites(program),
            add_plan(program),
            add_sweep(program),
            add_replay(program),
            add_import(program)};
}

int report_mistakes(const InvalidInput& invalid) {
    for (const Diagnostic& mistake : invalid.mistakes()) tell("{}\n", to_string(mistake));
    const std::size_t count = invalid.mistakes().size();
    tell("{} mistake{}; nothing was run and nothing written.\n", count, count == 1 ? "" : "s");
    return exit_study_invalid;
}

int guarded(const Action& action) {
    try {
        return action();
    } catch (const InvalidInput& invalid) {
        return report_mistakes(invalid);
    } catch (const RunFailed& failed) {
        tell("verbund: {}\n", failed.what());
    } catch (const std::bad_alloc&) {
        tell("verbund: not enough memory for this study\n");
    } catch (const std::exception& error) {
        tell("verbund: internal error: {}\n", error.what());
    } catch (...) {
        tell("verbund: internal error of unknown type\n");
    }
    return exit_failed;
}

/// The first word where a command is due, if it is none; `program` has been parsed in vain.
std::string unknown_command(const CLI::App& program, const std::vector<std::string>& command_line) {
    if (!program.get_subcommands().empty() || command_line.size() < 2) return {};
    return command_line[1].starts_with('-') ? std::string{} : command_line[1];
}

int report_unknown_command(const std::string& word, const std::vector<Command>& commands) {
    std::vector<std::string> names;
    for (const Command& command : commands) names.push_back(command.app->get_name());
    const std::string meant = nearest_word(word, names);
    tell(
        "verbund: no command \"{}\" (there are: {}). {}\n", word, fmt::join(names, ", "),
        meant.empty() ? "Run with --help for more information." : fmt::format("Did you mean \"{}\"?", meant));
    return exit_usage;
}

/// Help and version come as parse errors too; they go to stdout.
int answer_parse_error(const CLI::App& program, const CLI::ParseError& error) {
    std::ostringstream asked_for;
    std::ostringstream complaint;
    const int code = program.exit(error, asked_for, complaint) == 0 ? exit_ok : exit_usage;
    tell("{}", complaint.str());
    return guarded([&] {
        print(asked_for.str());
        return code;
    });
}

}  // namespace

int run_program(int argc, char** argv) {
    occupy_closed_streams();
    handle_signals();
    CLI::App program{"verbund: data-center capacity, energy and latency of consolidated public IT"};
    program.set_version_flag("--version",
                             fmt::format("verbund {} ({})", program_version(), program_commit()));
    program.formatter(std::make_shared<ExamplesFirst>());
    program.footer(program_footer);
    program.require_subcommand(0, 1);
    const std::vector<std::string> command_line{argv, argv + argc};
    const std::vector<Command> commands = add_commands(program, command_line);
    try {
        program.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        const std::string word = unknown_command(program, command_line);
        return word.empty() ? answer_parse_error(program, error) : report_unknown_command(word, commands);
    }
    for (const Command& command : commands)
        if (command.app->parsed()) return guarded(command.action);
    tell("{}", program.help());
    return exit_usage;
}

}  // namespace verbund::cli
