#include <memory>

#include <CLI/CLI.hpp>

#include "scenarios/read/schema.hpp"
#include "scenarios/read/starter.hpp"
#include "sim/cli/app.hpp"
#include "sim/cli/commands.hpp"
#include "sim/cli/options.hpp"

/// Commands that print a study or its grammar.
namespace verbund::cli {

Command add_new(CLI::App& program) {
    auto from = std::make_shared<std::string>();
    CLI::App* command = program.add_subcommand("new", "Print a commented study to start from");
    command->footer(R"(Examples:
  verbund new > my.yaml
  verbund new --from dormagen > my.yaml      a shipped study as the start)");
    command->add_option("--from", *from, "Name of a shipped study");
    return {command, [from] {
                print(from->empty() ? read::starter_study() : read::study_from(*from));
                return static_cast<int>(exit_ok);
            }};
}

Command add_schema(CLI::App& program) {
    auto reference = std::make_shared<bool>(false);
    CLI::App* command = program.add_subcommand("schema", "Print the JSON Schema of study files");
    command->footer(R"(Examples:
  verbund schema > verbund.schema.json       then begin studies with
                                             # yaml-language-server: $schema=verbund.schema.json
  verbund schema --reference                 the same for people, as Markdown)");
    command->add_flag("--reference", *reference, "Print the reference page of all keys (Markdown)");
    return {command, [reference] {
                print(*reference ? read::reference_page() : read::json_schema() + "\n");
                return static_cast<int>(exit_ok);
            }};
}

}  // namespace verbund::cli
