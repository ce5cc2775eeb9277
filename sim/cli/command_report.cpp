#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <variant>

#include <CLI/CLI.hpp>

#include "models/base/diagnostics.hpp"
#include "results/report/export/json_export.hpp"
#include "results/report/export/sweep_json.hpp"
#include "results/report/page/html_report.hpp"
#include "results/report/terminal/summary_table.hpp"
#include "results/report/terminal/sweep_text.hpp"
#include "results/store/new_file.hpp"
#include "results/store/read_sweep.hpp"
#include "results/store/store.hpp"
#include "sim/cli/app.hpp"
#include "sim/cli/commands.hpp"
#include "sim/cli/draws_beside.hpp"
#include "sim/cli/messages.hpp"
#include "sim/cli/options.hpp"
#include "sim/cli/signals.hpp"

namespace verbund::cli {
namespace {

struct ReportArguments {
    OutputOptions output;
    std::string file;
    std::string out;
    std::string against;
    bool terminal = false;
};

std::string label_of(const std::string& file) { return std::filesystem::path{file}.stem().string(); }

/// What `verbund run` printed of a run.
std::string text_of(const outcome::Run& run, const OutputOptions& options) {
    if (options.json) return report::summary_json(run);
    const report::Style style = style_for(options);
    const bool more_engines =
        !run.rows<outcome::TransactionName>().empty() &&
        (!run.rows<outcome::LatencyDay>().empty() || !run.rows<outcome::AvailabilitySummary>().empty());
    std::string text = report::annual_text(run, style);
    if (more_engines) text += "\n" + report::engines_text(run, style);
    return text;
}

/// What `verbund sweep` printed of a sweep.
std::string text_of(const store::SweepFile& sweep, const OutputOptions& options) {
    return options.json ? report::sweep_json(sweep.run())
                        : report::sweep_text(sweep.whole_run(), style_for(options));
}

report::HtmlReport page_of(const ReportArguments& arguments) {
    report::HtmlReport page;
    page.language = arguments.output.language == "en" ? report::Language::english : report::Language::german;
    page.label = label_of(arguments.file);
    return page;
}

void write_page(const outcome::Run& run, const ReportArguments& arguments) {
    report::HtmlReport page = page_of(arguments);
    std::optional<outcome::Run> other;
    if (!arguments.against.empty()) {
        other = store::read_run(arguments.against);
        page.against = &*other;
        page.against_label = label_of(arguments.against);
    }
    const std::optional<store::SweepFile> draws = draws_beside(arguments.file, run);
    if (draws) page.uncertainty = &*draws;
    const HoldSignals hold;
    report::export_html(run, page, arguments.out, arguments.output.force);
}

void write_page(const store::SweepFile& sweep, const ReportArguments& arguments) {
    if (!arguments.against.empty())
        throw RunFailed{"--against goes with the results file of a run; two sweeps: verbund compare"};
    const HoldSignals hold;
    report::export_html(sweep, page_of(arguments), arguments.out, arguments.output.force);
}

int report_file(const ReportArguments& arguments) {
    if (!arguments.out.empty()) store::check_new_file(arguments.out, arguments.output.force);
    const auto found = store::read_results(arguments.file);
    std::visit(
        [&arguments](const auto& results) {
            if (arguments.out.empty())
                print(text_of(results, arguments.output));
            else
                write_page(results, arguments);
        },
        found);
    if (!arguments.out.empty() && !arguments.output.quiet) tell("written: {}\n", arguments.out);
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
  verbund report my-sweep/sweep.h5 -o sweep.html       how sure the answer is: ranges, shares, chances
  verbund report my-sweep/sweep.h5 --terminal          what the command that made the file printed

The page needs no network, fits a phone and prints on A4.)");
    command->add_option("FILE", arguments->file, "Results file of a run or a sweep")->required();
    auto* out = command->add_option("--out,-o", arguments->out, "Page to write (.html)");
    command->add_option("--against", arguments->against, "Results file of another run to compare with");
    auto* terminal = command
                         ->add_flag("--terminal", arguments->terminal,
                                    "Print what the command that made the file printed, with --json as JSON")
                         ->excludes(out);
    command->add_flag("--json", arguments->output.json, "JSON instead of text")->needs(terminal);
    command->add_flag("--ascii", arguments->output.ascii, "ASCII characters only");
    command->add_option("--lang", arguments->output.language, "Language that the page shows first")
        ->check(CLI::IsMember({"de", "en"}))
        ->capture_default_str();
    command->add_flag("--force", arguments->output.force, "Replace an existing file");
    command->add_flag("--quiet,-q", arguments->output.quiet, "No notes on stderr");
    command->final_callback([out, terminal] {
        if (out->count() + terminal->count() == 0) throw CLI::RequiredError("--out PAGE or --terminal");
    });
    return {command, [arguments] { return report_file(*arguments); }};
}

}  // namespace verbund::cli
