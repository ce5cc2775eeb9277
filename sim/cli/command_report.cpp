#include <filesystem>
#include <memory>
#include <optional>

#include <CLI/CLI.hpp>

#include "results/report/page/html_report.hpp"
#include "results/store/new_file.hpp"
#include "results/store/store.hpp"
#include "sim/cli/app.hpp"
#include "sim/cli/commands.hpp"
#include "sim/cli/messages.hpp"
#include "sim/cli/options.hpp"
#include "sim/cli/signals.hpp"

namespace verbund::cli {
namespace {

struct ReportArguments {
    std::string file;
    std::string out;
    std::string against;
    std::string language = "de";
    bool force = false;
    bool quiet = false;
};

std::string label_of(const std::string& file) { return std::filesystem::path{file}.stem().string(); }

int report_page(const ReportArguments& arguments) {
    store::check_new_file(arguments.out, arguments.force);
    const outcome::Run run = store::read_run(arguments.file);
    std::optional<outcome::Run> other;
    report::HtmlReport page;
    page.language = arguments.language == "en" ? report::Language::english : report::Language::german;
    page.label = label_of(arguments.file);
    if (!arguments.against.empty()) {
        other = store::read_run(arguments.against);
        page.against = &*other;
        page.against_label = label_of(arguments.against);
    }
    const HoldSignals hold;
    report::export_html(run, page, arguments.out, arguments.force);
    if (!arguments.quiet) tell("written: {}\n", arguments.out);
    return exit_ok;
}

}  // namespace

Command add_report(CLI::App& program) {
    auto arguments = std::make_shared<ReportArguments>();
    CLI::App* command =
        program.add_subcommand("report", "Write one HTML page with the answer, charts and tables");
    command->footer(R"(Examples:
  verbund report my.h5 -o my.html                      German first; the page switches to English
  verbund report my.h5 -o my.html --lang en
  verbund report new.h5 -o new.html --against old.h5   with the differences to another run

The page needs no network, fits a phone and prints on A4.)");
    command->add_option("FILE", arguments->file, "Results file")->required();
    command->add_option("--out,-o", arguments->out, "Page to write (.html)")->required();
    command->add_option("--against", arguments->against, "Results file of another run to compare with");
    command->add_option("--lang", arguments->language, "Language that the page shows first")
        ->check(CLI::IsMember({"de", "en"}))
        ->capture_default_str();
    command->add_flag("--force", arguments->force, "Replace an existing file");
    command->add_flag("--quiet,-q", arguments->quiet, "No notes on stderr");
    return {command, [arguments] { return report_page(*arguments); }};
}

}  // namespace verbund::cli
