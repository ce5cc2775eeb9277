#pragma once

#include <functional>
#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace verbund::cli {

/// What a command does once its arguments are parsed; returns the exit code.
using Action = std::function<int()>;

/// A subcommand and its action.
struct Command {
    CLI::App* app = nullptr;
    Action action;
};

/// Each adds its subcommand to the program.
/// `command_line` goes into the run journal.
[[nodiscard]] Command add_run(CLI::App& program, const std::vector<std::string>& command_line);
[[nodiscard]] Command add_drill(CLI::App& program);
[[nodiscard]] Command add_sites(CLI::App& program);
[[nodiscard]] Command add_plan(CLI::App& program);
[[nodiscard]] Command add_sweep(CLI::App& program);
[[nodiscard]] Command add_check(CLI::App& program);
[[nodiscard]] Command add_new(CLI::App& program);
[[nodiscard]] Command add_schema(CLI::App& program);
[[nodiscard]] Command add_catalog(CLI::App& program);
[[nodiscard]] Command add_compare(CLI::App& program);
[[nodiscard]] Command add_info(CLI::App& program);
[[nodiscard]] Command add_export(CLI::App& program);
[[nodiscard]] Command add_report(CLI::App& program);
[[nodiscard]] Command add_replay(CLI::App& program);
[[nodiscard]] Command add_import(CLI::App& program);

}  // namespace verbund::cli
