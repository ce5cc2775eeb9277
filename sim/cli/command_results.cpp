#include <filesystem>
#include <memory>
#include <optional>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "results/report/export/csv_export.hpp"
#include "results/report/export/json_export.hpp"
#include "results/report/export/xlsx_export.hpp"
#include "results/report/terminal/compare_text.hpp"
#include "results/report/terminal/info.hpp"
#include "results/store/store.hpp"
#include "sim/cli/app.hpp"
#include "sim/cli/commands.hpp"
#include "sim/cli/messages.hpp"
#include "sim/cli/options.hpp"
#include "sim/cli/progress.hpp"
#include "sim/cli/signals.hpp"

/// Commands on results files.
namespace verbund::cli {
namespace {

struct CompareArguments {
    OutputOptions output;
    std::vector<std::string> files;
    std::string base;
    std::optional<int> year;
};

int compare(const CompareArguments& arguments) {
    std::vector<outcome::Run> runs;
    for (const std::string& file : arguments.files) runs.push_back(store::read_run(file));
    std::vector<report::LabelledRun> labelled;
    for (std::size_t i = 0; i < runs.size(); ++i)
        labelled.push_back({std::filesystem::path{arguments.files[i]}.stem().string(), &runs[i]});
    const report::Comparison comparison =
        report::make_comparison(labelled, {.base = arguments.base, .year = arguments.year});
    print(arguments.output.json ? report::compare_json(comparison) + "\n"
                                : report::compare_text(comparison, style_for(arguments.output)));
    return exit_ok;
}

struct InfoArguments {
    OutputOptions output;
    std::string file;
};

int info(const InfoArguments& arguments) {
    const outcome::Run run = store::read_run(arguments.file);
    report::FileInfo about;
    about.path = arguments.file;
    about.bytes = std::filesystem::file_size(arguments.file);
    about.groups = store::group_sizes(arguments.file);
    about.run = &run;
    print(arguments.output.json ? report::info_json(about) + "\n"
                                : report::info_text(about, style_for(arguments.output)));
    return exit_ok;
}

struct ExportArguments {
    OutputOptions output;
    std::string file;
    std::string csv;
    std::string xlsx;
    std::string decimal = "point";
    std::vector<std::string> tables;
};

int export_tables(const ExportArguments& arguments) {
    const outcome::Run run = store::read_run(arguments.file);
    const HoldSignals hold;
    std::vector<std::filesystem::path> written;
    const auto options = [&arguments](ProgressDisplay& progress) {
        return report::ExportOptions{
            .overwrite = arguments.output.force,
            .only = arguments.tables,
            .progress = [&progress](double share, std::string_view table) { progress.update(share, table); }};
    };
    if (!arguments.csv.empty()) {
        const auto mark =
            arguments.decimal == "comma" ? report::DecimalMark::comma : report::DecimalMark::point;
        ProgressDisplay progress(arguments.output.quiet);
        written = report::export_csv(run, arguments.csv, mark, options(progress));
    }
    if (!arguments.xlsx.empty()) {
        ProgressDisplay progress(arguments.output.quiet);
        report::export_xlsx(run, arguments.xlsx, options(progress));
        written.emplace_back(arguments.xlsx);
    }
    if (!arguments.output.quiet)
        for (const auto& file : written) tell("written: {}\n", file.string());
    return exit_ok;
}

}  // namespace

Command add_compare(CLI::App& program) {
    auto arguments = std::make_shared<CompareArguments>();
    CLI::App* command =
        program.add_subcommand("compare", "Show variants side by side with differences to a base");
    command->footer(R"(Examples:
  verbund compare my.h5                              all milestone years
  verbund compare my.h5 --year 2030 --base status-quo
  verbund compare old.h5 new.h5 --json)");
    command->add_option("FILES", arguments->files, "Results files")->required();
    command->add_option("--base", arguments->base, "Variant that the others are compared with");
    command->add_option("--year", arguments->year, "One year instead of the milestones");
    add_output_options(*command, arguments->output);
    return {command, [arguments] { return compare(*arguments); }};
}

Command add_info(CLI::App& program) {
    auto arguments = std::make_shared<InfoArguments>();
    CLI::App* command =
        program.add_subcommand("info", "Show what a results file holds and where it comes from");
    command->footer("Examples:\n  verbund info my.h5\n  verbund info my.h5 --json");
    command->add_option("FILE", arguments->file, "Results file")->required();
    add_output_options(*command, arguments->output);
    return {command, [arguments] { return info(*arguments); }};
}

Command add_export(CLI::App& program) {
    auto arguments = std::make_shared<ExportArguments>();
    CLI::App* command =
        program.add_subcommand("export", "Write the tables of a results file as CSV or Excel");
    command->footer(R"(Examples:
  verbund export my.h5 --csv tables/
  verbund export my.h5 --csv tabellen/ --decimal comma      opens in a German Excel
  verbund export my.h5 --xlsx my.xlsx
  verbund export my.h5 --csv tables/ --tables summary,hourly)");
    command->add_option("FILE", arguments->file, "Results file")->required();
    auto* csv = command->add_option("--csv", arguments->csv, "Folder for one CSV per table");
    auto* xlsx = command->add_option("--xlsx", arguments->xlsx, "Excel workbook");
    command->add_option("--decimal", arguments->decimal, "Decimal mark of CSV files")
        ->check(CLI::IsMember({"point", "comma"}))
        ->capture_default_str();
    command->add_option("--tables", arguments->tables, "Names of the tables to write, all by default")
        ->delimiter(',');
    command->add_flag("--force", arguments->output.force, "Replace existing files");
    command->add_flag("--quiet,-q", arguments->output.quiet, "No notes on stderr");
    command->final_callback([csv, xlsx] {
        if (csv->count() + xlsx->count() == 0) throw CLI::RequiredError("--csv FOLDER or --xlsx FILE");
    });
    return {command, [arguments] { return export_tables(*arguments); }};
}

}  // namespace verbund::cli
