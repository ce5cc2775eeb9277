#include "sim/cli/app.hpp"

#include <CLI/CLI.hpp>
#include <csignal>
#include <cstdio>
#include <exception>
#include <fmt/format.h>
#include <new>
#include <vector>

#include "models/base/diagnostics.hpp"
#include "models/base/version.hpp"
#include "sim/cli/commands.hpp"
#include "sim/cli/signals.hpp"

namespace verbund::cli {
namespace {

constexpr const char* program_footer = R"(Examples:
  verbund new > my.yaml                     a commented study to start from
  verbund check my.yaml --explain           find mistakes, list every default with its source
  verbund run my.yaml --out my.h5           simulate all variants and years, print the answer
  verbund compare my.h5 --year 2030         variants side by side
  verbund export my.h5 --xlsx my.xlsx       tables for the office

Exit codes: 0 ok, 1 run failed, 2 usage, 3 study invalid, 5 a limit is not met (check --limits), 130/143 signals.)";

std::vector<Command> add_commands(CLI::App& program, const std::vector<std::string>& command_line) {
    return {add_run(program, command_line),     add_check(program), add_new(program),   add_schema(program),
            add_compare(program), add_info(program),  add_export(program)};
}

int report_mistakes(const InvalidInput& invalid) {
    for (const Diagnostic& mistake : invalid.mistakes()) fmt::print(stderr, "{}\n", to_string(mistake));
    const std::size_t count = invalid.mistakes().size();
    fmt::print(stderr, "{} mistake{}; nothing was run and nothing written.\n", count, count == 1 ? "" : "s");
    return exit_study_invalid;
}

int report_interruption(const Interrupted& interrupted) {
    fmt::print(stderr, "\nInterrupted: nothing was written; earlier results are untouched.\n");
    return interrupted.signal == SIGTERM ? exit_terminated : exit_interrupted;
}

int guarded(const Action& action) {
    try {
        return action();
    } catch (const InvalidInput& invalid) {
        return report_mistakes(invalid);
    } catch (const Interrupted& interrupted) {
        return report_interruption(interrupted);
    } catch (const RunFailed& failed) {
        fmt::print(stderr, "verbund: {}\n", failed.what());
    } catch (const std::bad_alloc&) {
        fmt::print(stderr, "verbund: not enough memory for this study\n");
    } catch (const std::exception& error) {
        fmt::print(stderr, "verbund: internal error: {}\n", error.what());
    }
    return exit_failed;
}

}  // namespace

int run_program(int argc, char** argv) {
    note_signals();
    CLI::App program{"verbund: data-center capacity, energy and latency of consolidated public IT"};
    program.set_version_flag("--version", fmt::format("verbund {} ({})", program_version(), program_commit()));
    program.footer(program_footer);
    program.require_subcommand(1);
    const std::vector<Command> commands = add_commands(program, {argv, argv + argc});
    try {
        program.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        return program.exit(error) == 0 ? exit_ok : exit_usage;
    }
    for (const Command& command : commands) {
        if (command.app->parsed()) return guarded(command.action);
    }
    return exit_usage;
}

}  // namespace verbund::cli
