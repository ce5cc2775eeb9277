#include <algorithm>
#include <charconv>
#include <chrono>
#include <cmath>
#include <filesystem>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <nlohmann/json.hpp>

#include "models/base/diagnostics.hpp"
#include "models/base/quantity_text.hpp"
#include "results/report/counted.hpp"
#include "results/report/export/break_even_json.hpp"
#include "results/report/export/sweep_json.hpp"
#include "results/report/terminal/break_even_text.hpp"
#include "results/report/terminal/sweep_cases_text.hpp"
#include "results/report/terminal/sweep_text.hpp"
#include "results/store/store.hpp"
#include "scenarios/read/read_study.hpp"
#include "sim/batch/shell_word.hpp"
#include "sim/batch/sweep/analysis.hpp"
#include "sim/batch/sweep/break_even.hpp"
#include "sim/batch/sweep/forecast.hpp"
#include "sim/batch/sweep/run_sweep.hpp"
#include "sim/batch/sweep/slurm.hpp"
#include "sim/cli/app.hpp"
#include "sim/cli/commands.hpp"
#include "sim/cli/messages.hpp"
#include "sim/cli/options.hpp"
#include "sim/cli/progress.hpp"
#include "sim/cli/signals.hpp"

namespace verbund::cli {
namespace {

struct SweepArguments {
    StudyOptions study;
    OutputOptions output;
    std::string folder;
    std::optional<int> draws;
    std::optional<int> replications;
    std::vector<std::string> engines;
    std::string uncertain;
    std::vector<std::string> variants;
    std::vector<std::size_t> only;
    std::string part;
    std::string time_limit = "10 min";
    std::string memory_limit;
    int slurm_tasks = 0;
    bool submit = false;
    int jobs = 0;
    std::string break_even;
};

[[noreturn]] void refuse(std::string key, std::string problem, std::string remedy) {
    throw InvalidInput{{Diagnostic{
        .at = {}, .key = std::move(key), .problem = std::move(problem), .remedy = std::move(remedy)}}};
}

template <class Q>
Q quantity_of(const std::string& option, const std::string& text) {
    const auto read = parse_quantity<Q>(text);
    if (!read.value) refuse(option, read.problem.problem, read.problem.remedy);
    return *read.value;
}

batch::SweepPart part_of(const std::string& text) {
    batch::SweepPart part;
    if (text.empty()) return part;
    const std::size_t slash = text.find('/');
    const char* end = text.data() + text.size();
    const auto first = std::from_chars(text.data(), end, part.number);
    const auto second = slash == std::string::npos ? std::from_chars_result{end, std::errc::invalid_argument}
                                                   : std::from_chars(text.data() + slash + 1, end, part.of);
    const bool read = first.ec == std::errc{} && second.ec == std::errc{} && second.ptr == end &&
                      first.ptr == text.data() + slash;
    if (!read || part.number < 1 || part.number > part.of)
        refuse("--part", fmt::format("\"{}\" is no part of a whole", text), "Write --part 3/8.");
    return part;
}

/// The same study in another call.
std::string study_words(const SweepArguments& arguments) {
    std::string words = batch::shell_word(arguments.study.study);
    for (const std::string& assignment : arguments.study.set)
        words += fmt::format(" --set {}", batch::shell_word(assignment));
    if (arguments.study.seed) words += fmt::format(" --seed {}", *arguments.study.seed);
    if (arguments.draws) words += fmt::format(" --draws {}", *arguments.draws);
    if (arguments.replications) words += fmt::format(" --replications {}", *arguments.replications);
    if (!arguments.engines.empty()) words += fmt::format(" --engines {}", fmt::join(arguments.engines, ","));
    if (!arguments.uncertain.empty()) words += fmt::format(" --uncertain {}", arguments.uncertain);
    if (!arguments.variants.empty())
        words += fmt::format(" --variants {}", fmt::join(arguments.variants, ","));
    return words;
}

std::filesystem::path folder_of(const SweepArguments& arguments) {
    if (!arguments.folder.empty()) return arguments.folder;
    return results_file_of(arguments.study, "-sweep").stem();
}

std::string sweep_command(const SweepArguments& arguments) {
    return fmt::format("verbund sweep {} -o {}", study_words(arguments),
                       batch::shell_word(folder_of(arguments).string()));
}

/// Leaves those that are named; all where none is.
void keep_variants(study::StudySet& set, const std::vector<std::string>& names) {
    if (names.empty()) return;
    std::vector<std::string> known;
    for (const study::Variant& variant : set.variants) known.push_back(variant.id);
    for (const std::string& name : names) {
        if (std::find(known.begin(), known.end(), name) == known.end())
            refuse("--variants", fmt::format("the study has no variant \"{}\"", name),
                   fmt::format("There are: {}.", fmt::join(known, ", ")));
    }
    std::erase_if(set.variants, [&names](const study::Variant& variant) {
        return std::find(names.begin(), names.end(), variant.id) == names.end();
    });
}

study::StudySet read_set(const SweepArguments& arguments) {
    read::ReadOptions options = read_options(arguments.study);
    if (arguments.draws) options.overrides.emplace_back("sweep.draws", fmt::format("{}", *arguments.draws));
    if (arguments.replications)
        options.overrides.emplace_back("sweep.replications", fmt::format("{}", *arguments.replications));
    if (!arguments.engines.empty())
        options.overrides.emplace_back("sweep.engines",
                                       fmt::format("[{}]", fmt::join(arguments.engines, ", ")));
    if (!arguments.uncertain.empty()) options.overrides.emplace_back("sweep.uncertain", arguments.uncertain);
    study::StudySet set = read::read_study(arguments.study.study, options);
    if (!arguments.output.quiet) tell_hints(set.hints);
    keep_variants(set, arguments.variants);
    return set;
}

void make_folder(const std::filesystem::path& folder) {
    std::error_code error;
    std::filesystem::create_directories(folder, error);
    if (error || !std::filesystem::is_directory(folder))
        throw RunFailed(fmt::format("{} cannot be made a folder ({})", folder.string(),
                                    error ? error.message() : "it is a file"));
}

std::string plan_text(const study::StudySet& set, const batch::SweepPlan& plan, const batch::Forecast& all) {
    std::string text = fmt::format("{}\n{}", set.title, report::counted(plan.cases(), {"case", "cases"}));
    if (!plan.points.empty() || plan.replications > 1) {
        text +=
            fmt::format(" ({} combinations{}{})", plan.combinations(),
                        plan.points.empty() ? "" : fmt::format(" x {} draws", plan.points.size()),
                        plan.replications == 1 ? "" : fmt::format(" x {} replications", plan.replications));
    }
    text +=
        fmt::format(", {}: {} to play, {}\n", report::counted(set.variants.size(), {"variant", "variants"}),
                    all.plays, report::counted(all.deployments, {"deployment", "deployments"}));
    text += fmt::format("engines: {}\n", fmt::join(batch::engine_words(set), ", "));
    for (const batch::SweepLists& of : plan.lists)
        for (std::size_t k = 0; k < of.keys.size(); ++k)
            text += fmt::format("  {}: {}\n", of.keys[k], fmt::join(of.values[k], ", "));
    for (const std::string& group : plan.groups) {
        std::vector<std::string> keys;
        for (const study::DrawnKey& key : plan.drawn)
            if (key.group == group) keys.push_back(key.key);
        constexpr std::size_t most = 3;
        const std::size_t others = keys.size() > most ? keys.size() - most : 0;
        keys.resize(keys.size() - others);
        text += fmt::format("  {}: {}{}\n", group, fmt::join(keys, ", "),
                            others > 0 ? fmt::format(" and {} more", others) : "");
    }
    return text + fmt::format("about {:.0f} s on one core, {:.0f} MB for each case at once\n", all.seconds,
                              all.memory_mb);
}

std::string plan_json(const study::StudySet& set, const batch::SweepPlan& plan, const batch::Forecast& all) {
    nlohmann::ordered_json lists = nlohmann::ordered_json::object();
    for (const batch::SweepLists& of : plan.lists)
        for (std::size_t k = 0; k < of.keys.size(); ++k) lists[of.keys[k]] = of.values[k];
    nlohmann::ordered_json drawn = nlohmann::ordered_json::array();
    for (const study::DrawnKey& key : plan.drawn)
        drawn.push_back({{"key", key.key},
                         {"group", key.group},
                         {"p10", key.text_at(0.1)},
                         {"p50", key.text_at(0.5)},
                         {"p90", key.text_at(0.9)}});
    const nlohmann::ordered_json json = {{"title", set.title},
                                         {"cases", plan.cases()},
                                         {"combinations", plan.combinations()},
                                         {"draws", plan.points.size()},
                                         {"replications", plan.replications},
                                         {"engines", batch::engine_words(set)},
                                         {"variants", set.variants.size()},
                                         {"plays", all.plays},
                                         {"deployments", all.deployments},
                                         {"core_seconds", all.seconds},
                                         {"memory_mb", all.memory_mb},
                                         {"lists", lists},
                                         {"drawn_keys", drawn}};
    return json.dump(2, ' ', false, nlohmann::json::error_handler_t::replace) + "\n";
}

int plan(const SweepArguments& arguments) {
    const study::StudySet set = read_set(arguments);
    const batch::SweepPlan plan = batch::plan_sweep(set);
    ProgressDisplay progress(arguments.output.quiet);
    const batch::Forecast all = batch::forecast(
        set, plan, [&progress](double share, std::string_view what) { progress.update(share, what); });
    progress.finish();
    print(arguments.output.json ? plan_json(set, plan, all) : plan_text(set, plan, all));
    return exit_ok;
}

/// Before what another version of the program has played is played again.
void tell_outdated(const batch::SweepStatistics& statistics) {
    if (statistics.outdated > 0)
        tell("{} of {} were played by another version of the program and are played again\n",
             statistics.outdated, statistics.plays);
}

void tell_played(const SweepArguments& arguments, const batch::SweepStatistics& statistics) {
    if (arguments.output.quiet) return;
    tell("{} of {} known from before, {} played\n", statistics.known, statistics.plays,
         statistics.plays - statistics.known);
}

batch::SweepOptions sweep_options(const SweepArguments& arguments, ProgressDisplay& progress) {
    batch::SweepOptions options;
    options.folder = folder_of(arguments);
    options.part = part_of(arguments.part);
    options.repeat = sweep_command(arguments);
    options.jobs = arguments.jobs;
    options.time_limit = std::chrono::seconds{
        std::lround(quantity_of<Duration>("--time-limit", arguments.time_limit).in(seconds))};
    if (!arguments.memory_limit.empty()) {
        options.memory_limit_mb = static_cast<std::size_t>(
            std::lround(quantity_of<Data>("--memory-limit", arguments.memory_limit).in(megabyte)));
    }
    if (!arguments.output.quiet) options.begun = tell_outdated;
    options.progress = [&progress](double share, std::string_view what) { progress.update(share, what); };
    return options;
}

void tell_failures(const outcome::SweepRun& run) {
    for (const outcome::FailedPlay& play : run.failed) {
        tell("verbund: case {}, {}: {}\n  repeat: {}\n", play.case_number, play.variant, play.reason,
             play.repeat);
    }
}

int write_slurm(const SweepArguments& arguments) {
    const std::filesystem::path folder = folder_of(arguments);
    const batch::SlurmJobs jobs{.tasks = arguments.slurm_tasks,
                                .study_words = study_words(arguments),
                                .folder = std::filesystem::absolute(folder)};
    const batch::SlurmFiles files = batch::write_slurm_jobs(jobs);
    if (!arguments.submit) {
        print(fmt::format("written: {}, {}\nsubmit: {}\n", files.array.string(), files.merge.string(),
                          batch::submit_command(files)));
        return exit_ok;
    }
    print(batch::submit_slurm_jobs(files));
    return exit_ok;
}

int tell_break_even(const study::StudySet& set, const SweepArguments& arguments) {
    ProgressDisplay progress(arguments.output.quiet);
    const outcome::BreakEven found =
        batch::break_even(set, batch::figure_range(arguments.break_even),
                          [&progress](double share, std::string_view what) { progress.update(share, what); });
    progress.finish();
    print(arguments.output.json ? report::break_even_json(found)
                                : report::break_even_text(found, style_for(arguments.output)));
    return exit_ok;
}

int exit_of(const outcome::SweepRun& run) { return run.failed.empty() ? exit_ok : exit_cases_failed; }

int play_some(const SweepArguments& arguments, const study::StudySet& set, const batch::SweepPlan& plan,
              const batch::SweepOptions& options, ProgressDisplay& progress) {
    batch::SweepStatistics statistics;
    const outcome::SweepCases found =
        batch::run_cases(set, plan, options, {arguments.only.begin(), arguments.only.end()}, statistics);
    progress.finish();
    tell_played(arguments, statistics);
    print(arguments.output.json ? report::sweep_cases_json(found)
                                : report::sweep_cases_text(found, style_for(arguments.output)));
    tell_failures(found.sweep);
    return exit_of(found.sweep);
}

int play_all(const SweepArguments& arguments, const study::StudySet& set, const batch::SweepPlan& plan,
             const batch::SweepOptions& options, ProgressDisplay& progress) {
    batch::SweepStatistics statistics;
    outcome::SweepRun run = batch::run_sweep(set, plan, options, statistics);
    progress.finish();
    tell_played(arguments, statistics);
    if (options.part.of > 1) {
        tell_failures(run);
        return exit_of(run);
    }
    batch::analyse(run);
    const std::filesystem::path target = options.folder / "sweep.h5";
    {
        const HoldSignals hold;
        store::write_sweep(run, target, true);
    }
    print(arguments.output.json ? report::sweep_json(run)
                                : report::sweep_text(run, style_for(arguments.output)));
    if (!arguments.output.quiet) tell("written: {}\n", target.string());
    return exit_of(run);
}

int sweep(const SweepArguments& arguments) {
    const study::StudySet set = read_set(arguments);
    if (!arguments.break_even.empty()) return tell_break_even(set, arguments);
    const batch::SweepPlan plan = batch::plan_sweep(set);
    for (const std::size_t number : arguments.only) {
        if (number >= plan.cases())
            refuse("--only", fmt::format("there is no case {}", number),
                   fmt::format("Cases go from 0 to {}.", plan.cases() - 1));
    }
    make_folder(folder_of(arguments));
    if (arguments.slurm_tasks > 0) return write_slurm(arguments);
    ProgressDisplay progress(arguments.output.quiet);
    const batch::SweepOptions options = sweep_options(arguments, progress);
    return arguments.only.empty() ? play_all(arguments, set, plan, options, progress)
                                  : play_some(arguments, set, plan, options, progress);
}

void add_sweep_options(CLI::App& command, SweepArguments& arguments) {
    add_study_options(command, arguments.study);
    command.add_option("--draws", arguments.draws, "Draws, instead of the study's sweep.draws")
        ->check(CLI::Range(8, 100'000));
    command
        .add_option("--replications", arguments.replications,
                    "Plays of each case, each with other random numbers, instead of the study's "
                    "sweep.replications")
        ->check(CLI::Range(1, 10'000));
    command
        .add_option("--engines", arguments.engines,
                    "annual, events, availability, separated by commas, instead of the study's "
                    "sweep.engines; annual always runs")
        ->delimiter(',')
        ->check(CLI::IsMember({"annual", "events", "availability"}));
    command
        .add_option("--uncertain", arguments.uncertain,
                    "catalog: draw every default and price between its low and high end")
        ->check(CLI::IsMember({"none", "catalog"}));
    command.add_option("--variants", arguments.variants, "Only these, separated by commas")->delimiter(',');
}

}  // namespace

Command add_plan(CLI::App& program) {
    auto arguments = std::make_shared<SweepArguments>();
    CLI::App* command =
        program.add_subcommand("plan", "Show the cases of a sweep, how long they take and what they need");
    command->footer(R"(Examples:
  verbund plan my.yaml                       cases of the study's sweep, time and memory
  verbund plan my.yaml --uncertain catalog --draws 1000
  verbund plan my.yaml --engines annual,availability,events --replications 5
A case of each variant is played for the figures.)");
    add_sweep_options(*command, *arguments);
    add_output_options(*command, arguments->output);
    return {command, [arguments] { return plan(*arguments); }};
}

Command add_sweep(CLI::App& program) {
    auto arguments = std::make_shared<SweepArguments>();
    CLI::App* command =
        program.add_subcommand("sweep", "Play many cases of a study and tell how far the answer moves");
    command->footer(R"(Examples:
  verbund sweep my.yaml --uncertain catalog --draws 400    how sure is the answer
  verbund sweep my.yaml -o folder                          the study's own sweep; run it again to resume
  verbund sweep my.yaml --engines annual,availability      downtime too
  verbund sweep my.yaml -o folder --only 17                one case
  verbund sweep my.yaml --variants a,b                     two of its variants
  verbund sweep my.yaml --break-even "estate.growth.compute=0 %/a..12 %/a"
                                                           at which growth the order of the variants turns
  verbund sweep my.yaml -o folder --slurm 100 --submit     an array of 100 tasks and a job that merges them
  parallel verbund sweep my.yaml -o folder --part {}/8 ::: 1 2 3 4 5 6 7 8
What has been played is kept in the folder by content: only what is missing or has changed is played.)");
    add_sweep_options(*command, *arguments);
    add_output_options(*command, arguments->output);
    command->add_option("--out,-o", arguments->folder, "Folder (default: name of the study + -sweep)");
    command->add_option("--only", arguments->only, "Cases to play and show, by number; nothing is merged");
    command->add_option(
        "--part", arguments->part,
        "Play part K of N equal ones, K/N, into a ledger of its own; a call without it merges");
    command->add_option("--time-limit", arguments->time_limit, "Of a case; then it is ended and told")
        ->capture_default_str();
    command->add_option("--memory-limit", arguments->memory_limit, "Of a case, e.g. \"2 GB\"");
    command->add_option(
        "--break-even", arguments->break_even,
        "Move one key between its ends (KEY=LOW..HIGH, or KEY alone) and tell where the order "
        "of the variants by cost, energy and CO2 turns; nothing is written");
    auto* slurm = command
                      ->add_option("--slurm", arguments->slurm_tasks,
                                   "Write a Slurm job array of so many tasks, and a job that merges them")
                      ->check(CLI::Range(1, 1001));
    command->add_flag("--submit", arguments->submit, "Submit them")->needs(slurm);
    command->add_option("--jobs,-j", arguments->jobs, "Cases at once (default: one per core)")
        ->check(CLI::Range(1, 1024));
    return {command, [arguments] { return sweep(*arguments); }};
}

}  // namespace verbund::cli
