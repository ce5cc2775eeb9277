#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "models/base/diagnostics.hpp"
#include "results/report/export/csv_export.hpp"
#include "results/report/export/json_export.hpp"
#include "results/report/export/sweep_json.hpp"
#include "results/report/export/sweep_tables.hpp"
#include "results/report/export/xlsx_export.hpp"
#include "results/report/terminal/compare_text.hpp"
#include "results/report/terminal/info.hpp"
#include "results/report/terminal/sweep_compare_text.hpp"
#include "results/store/read_sweep.hpp"
#include "results/store/store.hpp"
#include "sim/batch/sweep/compare.hpp"
#include "sim/cli/app.hpp"
#include "sim/cli/commands.hpp"
#include "sim/cli/draws_beside.hpp"
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
    std::string score;
};

std::string label_of(const std::string& file) {
    const std::filesystem::path path{file};
    // Every sweep's file has the same name; its folder tells them apart.
    if (path.filename() == "sweep.h5" && path.has_parent_path())
        return path.parent_path().filename().string();
    return path.stem().string();
}

int compare_sweeps(const CompareArguments& arguments, const std::vector<batch::LabelledSweep>& sweeps) {
    if (arguments.year)
        throw RunFailed{"--year goes with the results of runs; sweeps are compared over all years"};
    if (!arguments.score.empty())
        throw RunFailed{
            "--score goes with the results of runs; of sweeps each comparison tells its share of draws"};
    const outcome::SweepComparison comparison = batch::compare_sweeps(sweeps, arguments.base);
    print(arguments.output.json ? report::sweep_compare_json(comparison)
                                : report::sweep_compare_text(comparison, style_for(arguments.output)));
    return exit_ok;
}

/// In how many of the draws the comparisons of the runs hold, where all were made with draws; else nothing.
std::optional<outcome::SweepComparison> compared_draws(const CompareArguments& arguments,
                                                       const std::vector<report::LabelledRun>& runs) {
    std::vector<store::SweepFile> draws;
    for (std::size_t i = 0; i < runs.size(); ++i) {
        std::optional<store::SweepFile> of = draws_beside(arguments.files[i], *runs[i].run);
        if (!of) return std::nullopt;
        draws.push_back(std::move(*of));
    }
    std::vector<batch::LabelledSweep> sweeps;
    for (std::size_t i = 0; i < runs.size(); ++i) sweeps.push_back({runs[i].label, &draws[i]});
    const std::string base = arguments.base.empty() ? runs.front().run->base_variant : arguments.base;
    return batch::compare_sweeps(sweeps, base);
}

int compare_runs(const CompareArguments& arguments, const std::vector<report::LabelledRun>& runs) {
    const report::Comparison comparison =
        report::make_comparison(runs, {.base = arguments.base, .year = arguments.year});
    const std::optional<outcome::SweepComparison> draws = compared_draws(arguments, runs);
    std::optional<report::ScoreCard> card;
    if (!arguments.score.empty())
        card = report::score_card(comparison, report::parse_score_weights(arguments.score));
    const report::Style style = style_for(arguments.output);
    if (arguments.output.json) {
        print(report::compare_json(comparison, draws ? &*draws : nullptr, card ? &*card : nullptr) + "\n");
        return exit_ok;
    }
    print(report::compare_text(comparison, style));
    if (card) print(report::score_text(*card, style));
    if (draws) print(report::draws_compare_text(*draws, style));
    return exit_ok;
}

int compare(const CompareArguments& arguments) {
    std::vector<std::variant<outcome::Run, store::SweepFile>> found;
    for (const std::string& file : arguments.files) found.push_back(store::read_results(file));
    std::vector<report::LabelledRun> runs;
    std::vector<batch::LabelledSweep> sweeps;
    for (std::size_t i = 0; i < found.size(); ++i) {
        const std::string label = label_of(arguments.files[i]);
        if (const auto* run = std::get_if<outcome::Run>(&found[i]))
            runs.push_back({label, run});
        else
            sweeps.push_back({label, &std::get<store::SweepFile>(found[i])});
    }
    if (!runs.empty() && !sweeps.empty())
        throw RunFailed{"runs and sweeps cannot be compared with each other: give files of one kind"};
    return runs.empty() ? compare_sweeps(arguments, sweeps) : compare_runs(arguments, runs);
}

struct InfoArguments {
    OutputOptions output;
    std::string file;
};

int info(const InfoArguments& arguments) {
    const auto found = store::read_results(arguments.file);
    report::FileInfo about;
    about.path = arguments.file;
    about.bytes = std::filesystem::file_size(arguments.file);
    about.groups = store::group_sizes(arguments.file);
    about.run = std::get_if<outcome::Run>(&found);
    about.sweep = std::get_if<store::SweepFile>(&found);
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

template <class Results>
int export_results(const Results& results, const ExportArguments& arguments) {
    const std::vector<report::ExportTable> tables = report::export_tables(results, arguments.tables);
    const HoldSignals hold;
    std::vector<std::filesystem::path> written;
    const auto options = [&arguments](ProgressDisplay& progress) {
        return report::ExportOptions{
            .overwrite = arguments.output.force,
            .progress = [&progress](double share, std::string_view table) { progress.update(share, table); }};
    };
    if (!arguments.csv.empty()) {
        const auto mark =
            arguments.decimal == "comma" ? report::DecimalMark::comma : report::DecimalMark::point;
        ProgressDisplay progress(arguments.output.quiet);
        written = report::export_csv(tables, arguments.csv, mark, options(progress));
    }
    if (!arguments.xlsx.empty()) {
        ProgressDisplay progress(arguments.output.quiet);
        report::export_xlsx(tables, report::cover_of(results), arguments.xlsx, options(progress));
        written.emplace_back(arguments.xlsx);
    }
    if (!arguments.output.quiet)
        for (const auto& file : written) tell("written: {}\n", file.string());
    return exit_ok;
}

int export_tables(const ExportArguments& arguments) {
    const auto found = store::read_results(arguments.file);
    return std::visit([&arguments](const auto& results) { return export_results(results, arguments); },
                      found);
}

}  // namespace

Command add_compare(CLI::App& program) {
    auto arguments = std::make_shared<CompareArguments>();
    CLI::App* command =
        program.add_subcommand("compare", "Show variants side by side with differences to a base");
    command->footer(R"(Examples:
  verbund compare my.h5                              all milestone years
  verbund compare my.h5 --year 2030 --base status-quo
  verbund compare old.h5 new.h5 --json
  verbund compare my.h5 --year 2030 --score cost_total_eur=40,energy_grid_mwh=20,downtime_h=40
  verbund compare my-sweep/sweep.h5 --base status-quo    in how many of the draws each comparison holds
  verbund compare one/sweep.h5 two/sweep.h5

Beside the results of a run that was made with --uncertainty quick lie its draws: then the comparisons of cost, energy
and CO2 say in how many of them they hold.)");
    command->add_option("FILES", arguments->files, "Results files of runs, or of sweeps")->required();
    command->add_option("--base", arguments->base, "Variant that the others are compared with");
    command->add_option("--year", arguments->year, "One year instead of the milestones");
    command->add_option("--score", arguments->score,
                        "Score card of the last year shown: figures (names as in --json) with your weights");
    add_output_options(*command, arguments->output);
    return {command, [arguments] { return compare(*arguments); }};
}

Command add_info(CLI::App& program) {
    auto arguments = std::make_shared<InfoArguments>();
    CLI::App* command =
        program.add_subcommand("info", "Show what a results file holds and where it comes from");
    command->footer("Examples:\n  verbund info my.h5\n  verbund info my-sweep/sweep.h5 --json");
    command->add_option("FILE", arguments->file, "Results file of a run or a sweep")->required();
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
  verbund export my.h5 --csv tables/ --tables summary,hourly
  verbund export my-sweep/sweep.h5 --csv tables/            a row of table cases: case, variant, year)");
    command->add_option("FILE", arguments->file, "Results file of a run or a sweep")->required();
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
