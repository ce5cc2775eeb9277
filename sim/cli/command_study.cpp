#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <CLI/CLI.hpp>

#include "results/store/new_file.hpp"
#include "scenarios/read/catalog_reader.hpp"
#include "scenarios/read/district_starter.hpp"
#include "scenarios/read/schema.hpp"
#include "scenarios/read/starter.hpp"
#include "scenarios/read/study_source.hpp"
#include "sim/cli/app.hpp"
#include "sim/cli/commands.hpp"
#include "sim/cli/messages.hpp"
#include "sim/cli/options.hpp"
#include "sim/cli/written_text.hpp"

/// Commands that print a study or its grammar.
namespace verbund::cli {
namespace {

struct NewArguments {
    std::string from;
    std::string district;
    std::string folder;
    bool force = false;
};

std::string study_text(const NewArguments& arguments) {
    if (!arguments.district.empty()) return read::district_starter(read::load_catalog(), arguments.district);
    return arguments.from.empty() ? read::starter_study() : read::study_from(arguments.from);
}

/// Writes the study and the files that it reads.
int write_study(const NewArguments& arguments) {
    const std::filesystem::path folder{arguments.folder};
    const std::string text = study_text(arguments);
    std::vector<std::pair<std::string, std::string_view>> files{{"study.yaml", text}};
    for (const auto& file : read::files_beside(arguments.from)) files.push_back(file);
    for (const auto& [name, content] : files) {
        std::filesystem::create_directories((folder / name).parent_path());
        store::check_new_file(folder / name, arguments.force);
    }
    for (const auto& [name, content] : files)
        write_text(folder / name, arguments.force, std::string{content});
    tell("written: {} and {} file(s) beside it\n", (folder / "study.yaml").string(), files.size() - 1);
    return exit_ok;
}

int print_study(const NewArguments& arguments) {
    print(study_text(arguments));
    if (const auto files = read::files_beside(arguments.from); !files.empty())
        tell(
            "note: this study reads {} file(s) beside it, such as {}; `verbund new --from {} -o FOLDER` "
            "writes "
            "them, too\n",
            files.size(), files.front().first, arguments.from);
    return exit_ok;
}

}  // namespace

Command add_new(CLI::App& program) {
    auto arguments = std::make_shared<NewArguments>();
    CLI::App* command = program.add_subcommand("new", "Print a commented study to start from");
    command->footer(R"(Examples:
  verbund new > my.yaml
  verbund new --for 03451 > my.yaml          a district with its towns, by its key (verbund catalog districts)
  verbund new --from dormagen > my.yaml      a shipped study as the start
  verbund new --from haan -o my              the same with the files that it reads, in a folder)");
    auto* from = command->add_option("--from", arguments->from, "Name of a shipped study");
    command
        ->add_option("--for", arguments->district,
                     "Key (AGS, five digits) of the district or city to plan for, with its municipalities")
        ->excludes(from);
    auto* folder = command->add_option("--out,-o", arguments->folder, "Folder for the study and its files");
    command->add_flag("--force", arguments->force, "Replace existing files")->needs(folder);
    return {command, [arguments] {
                return arguments->folder.empty() ? print_study(*arguments) : write_study(*arguments);
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
