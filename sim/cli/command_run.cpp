#include <algorithm>
#include <chrono>
#include <cstdio>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <fmt/ranges.h>

#include "results/report/counted.hpp"
#include "results/report/export/json_export.hpp"
#include "results/report/terminal/event_text.hpp"
#include "results/report/terminal/summary_table.hpp"
#include "results/report/terminal/sweep_text.hpp"
#include "results/store/new_file.hpp"
#include "results/store/store.hpp"
#include "sim/batch/availability_cases.hpp"
#include "sim/batch/event_cases.hpp"
#include "sim/batch/peak_memory.hpp"
#include "sim/batch/run_study.hpp"
#include "sim/batch/sweep/uncertainty.hpp"
#include "sim/cli/app.hpp"
#include "sim/cli/commands.hpp"
#include "sim/cli/draws_beside.hpp"
#include "sim/cli/journal.hpp"
#include "sim/cli/messages.hpp"
#include "sim/cli/options.hpp"
#include "sim/cli/progress.hpp"
#include "sim/cli/signals.hpp"

namespace verbund::cli {
namespace {

struct RunArguments {
    StudyOptions study;
    OutputOptions output;
    std::string out;
    std::vector<std::string> engines{"annual", "events", "availability"};
    std::string precision;
    std::string uncertainty;
    std::string only_case;
    int case_minutes = 10;
    int jobs = 0;
    bool dry_run = false;
};

bool asks_for(const RunArguments& arguments, std::string_view engine) {
    return std::find(arguments.engines.begin(), arguments.engines.end(), engine) != arguments.engines.end();
}

/// Whether others follow the annual engine.
bool has_more_engines(const RunArguments& arguments) {
    return asks_for(arguments, "events") || asks_for(arguments, "availability");
}

class Stopwatch {
public:
    [[nodiscard]] double seconds() const {
        return std::chrono::duration<double>(std::chrono::steady_clock::now() - start_).count();
    }

private:
    std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
};

void describe_plan(const study::StudySet& set, const std::vector<std::string>& engines,
                   const std::filesystem::path& target) {
    std::string text = fmt::format("{}\n{}, years {}-{}, seed {}\n", set.title,
                                   report::counted(set.variants.size(), {"variant", "variants"}),
                                   set.horizon.first, set.horizon.last, set.seed);
    for (const study::Variant& v : set.variants) {
        text += fmt::format("  {}: {}, {}, {}\n", v.id,
                            report::counted(v.study.centers.size(), {"center", "centers"}),
                            report::counted(v.study.moves.size(), {"move", "moves"}),
                            report::counted(v.study.backups.size(), {"backup", "backups"}));
    }
    print(text + fmt::format("engines: {}\nwould write {}\n", fmt::join(engines, ", "), target.string()));
}

void tell_effort(const Journal& journal) {
    tell(
        "{:.0f} site years, {:.3g} host hours in {:.1f} s (read {:.1f}, simulate {:.1f}, write "
        "{:.1f}), {:.0f} MB\n",
        journal.site_years, journal.host_hours, journal.seconds, journal.read_seconds,
        journal.simulate_seconds, journal.write_seconds, journal.peak_memory_mb);
}

/// Command that reads the same study; the case is added by whoever failed.
std::string repeat_command(const RunArguments& arguments) {
    std::string command = fmt::format("verbund run {}", arguments.study.study);
    for (const std::string& assignment : arguments.study.set)
        command += fmt::format(" --set '{}'", assignment);
    if (!arguments.precision.empty()) command += fmt::format(" --precision {}", arguments.precision);
    if (arguments.study.seed) command += fmt::format(" --seed {}", *arguments.study.seed);
    return command;
}

study::StudySet read(const RunArguments& arguments) {
    read::ReadOptions options = read_options(arguments.study);
    if (!arguments.precision.empty()) options.overrides.emplace_back("precision", arguments.precision);
    study::StudySet set = read::read_study(arguments.study.study, options);
    if (!arguments.output.quiet) tell_hints(set.hints);
    return set;
}

batch::EventOptions event_options(const RunArguments& arguments) {
    return {.jobs = arguments.jobs,
            .time_limit = std::chrono::minutes{arguments.case_minutes},
            .repeat_command = repeat_command(arguments)};
}

outcome::Run simulate(const RunArguments& arguments, const study::StudySet& set,
                      batch::RunStatistics& statistics) {
    std::optional<batch::EventCases> events;
    std::optional<batch::AvailabilityCases> availability;
    std::vector<std::reference_wrapper<batch::NextEngine>> next;
    if (asks_for(arguments, "events")) next.emplace_back(events.emplace(set, event_options(arguments)));
    if (asks_for(arguments, "availability")) next.emplace_back(availability.emplace(arguments.jobs));
    ProgressDisplay progress(arguments.output.quiet);
    // What is known already is shown while the engines that follow are at work.
    const auto show_annual = [&](const outcome::Run& run) {
        progress.finish();
        print(report::annual_text(run, style_for(arguments.output)));
        std::fflush(stdout);
    };
    std::function<void(const outcome::Run&)> annual_done;
    if (!arguments.output.json && has_more_engines(arguments)) annual_done = show_annual;
    outcome::Run outcome = batch::run_study(
        set,
        {.jobs = arguments.jobs,
         .progress = [&](double share, std::string_view what) { progress.update(share, what); },
         .next = std::move(next),
         .annual_done = std::move(annual_done)},
        &statistics);
    progress.finish();
    return outcome;
}

/// What is left to show at the end: of all engines that of the annual one has been shown already.
std::string shown(const RunArguments& arguments, const outcome::Run& outcome) {
    if (arguments.output.json) return report::summary_json(outcome);
    const report::Style style = style_for(arguments.output);
    return has_more_engines(arguments) ? report::engines_text(outcome, style)
                                       : report::annual_text(outcome, style);
}

/// Where the journal lies.  The results are whole without it, so a journal that cannot be written is told and
/// no reason to fail; empty then.
std::filesystem::path written_journal(const Journal& journal) {
    try {
        return write_journal(journal);
    } catch (const RunFailed& failed) {
        tell("verbund: results are written, their journal is not: {}\n", failed.what());
        return {};
    }
}

int exit_code_of(const outcome::Run& outcome) {
    for (const outcome::FailedCase& failed : outcome.rows<outcome::FailedCase>())
        tell("verbund: {} gave no outcome: {}\n  repeat: {}\n", failed.name, failed.reason, failed.repeat);
    return outcome.rows<outcome::FailedCase>().empty() ? exit_ok : exit_cases_failed;
}

/// A single simulation: shown, not stored, since a results file holds whole runs.
int run_case(const RunArguments& arguments) {
    const study::StudySet set = read(arguments);
    ProgressDisplay progress(arguments.output.quiet);
    const outcome::Run outcome =
        batch::play_case(set, arguments.only_case, event_options(arguments),
                         [&](double share, std::string_view what) { progress.update(share, what); });
    progress.finish();
    print(arguments.output.json
              ? report::case_json(outcome)
              : report::case_text(outcome, arguments.only_case, style_for(arguments.output)));
    return exit_code_of(outcome);
}

/// How sure the annual engine's part of the answer is; the draws go into a file beside the results.
std::string uncertainty(const RunArguments& arguments, const study::StudySet& set,
                        const std::filesystem::path& results) {
    ProgressDisplay progress(arguments.output.quiet);
    const outcome::SweepRun found = batch::quick_uncertainty(
        set, arguments.jobs, [&](double share, std::string_view what) { progress.update(share, what); });
    progress.finish();
    const std::filesystem::path file = draws_file_of(results);
    store::write_sweep(found, file, arguments.output.force);
    if (!arguments.output.quiet) tell("written: {}\n", file.string());
    return "\n" + report::sweep_text(found, style_for(arguments.output));
}

int run(const RunArguments& arguments, const std::vector<std::string>& command_line) {
    if (!arguments.only_case.empty()) return run_case(arguments);
    const Stopwatch total;
    Journal journal;
    journal.started = utc_now();
    journal.command = command_line;
    journal.jobs = arguments.jobs;
    journal.results =
        arguments.out.empty() ? results_file_of(arguments.study) : std::filesystem::path{arguments.out};

    const study::StudySet set = read(arguments);
    journal.read_seconds = total.seconds();
    if (arguments.dry_run) {
        describe_plan(set, arguments.engines, journal.results);
        return exit_ok;
    }
    store::check_new_file(journal.results, arguments.output.force);
    if (!arguments.uncertainty.empty())
        store::check_new_file(draws_file_of(journal.results), arguments.output.force);

    const Stopwatch simulation;
    batch::RunStatistics statistics;
    const outcome::Run outcome = simulate(arguments, set, statistics);
    journal.simulate_seconds = simulation.seconds();

    const HoldSignals hold;
    const Stopwatch writing;
    store::write_run(outcome, journal.results, arguments.output.force);
    journal.write_seconds = writing.seconds();
    journal.host_hours = statistics.host_hours;
    journal.site_years = statistics.site_years;
    journal.study_sha256 = set.resolved_sha256;
    for (const outcome::EnergyCheck& check : outcome.rows<outcome::EnergyCheck>()) {
        journal.energy_checks.push_back({outcome.variants[static_cast<std::size_t>(check.variant)].id,
                                         check.year, check.day, check.events_kwh, check.annual_kwh,
                                         check.deviation});
    }
    for (const outcome::FailedCase& failed : outcome.rows<outcome::FailedCase>())
        journal.failed_cases.push_back({failed.name, failed.reason, failed.repeat});
    journal.peak_memory_mb = batch::peak_memory_mb();
    journal.seconds = total.seconds();
    const std::filesystem::path journal_file = written_journal(journal);

    print(shown(arguments, outcome));
    if (!arguments.uncertainty.empty()) print(uncertainty(arguments, set, journal.results));
    if (!arguments.output.quiet) {
        tell_effort(journal);
        tell("written: {}\n", journal.results.string());
        if (!journal_file.empty()) tell("written: {}\n", journal_file.string());
    }
    return exit_code_of(outcome);
}

}  // namespace

Command add_run(CLI::App& program, const std::vector<std::string>& command_line) {
    auto arguments = std::make_shared<RunArguments>();
    CLI::App* command =
        program.add_subcommand("run", "Simulate a study: every variant, every year, every hour");
    command->footer(R"(Examples:
  verbund run landkreise-2025                          a shipped study, results in landkreise-2025.h5
  verbund run my.yaml --out my.h5 --force              replace earlier results
  verbund run my.yaml --engines annual                 capacity, energy and money alone
  verbund run my.yaml --precision full                 all kinds of days, finer samples
  verbund run my.yaml --uncertainty quick              how sure the answer is
  verbund run my.yaml --case b/2030/winter-workday     one simulation by itself
  verbund run my.yaml --set 'estate.growth.compute=3 %/a' --json > answer.json)");
    add_study_options(*command, arguments->study);
    add_output_options(*command, arguments->output);
    command->add_option("--out,-o", arguments->out, "Results file (default: name of the study + .h5)");
    command
        ->add_option("--jobs,-j", arguments->jobs,
                     "Threads (default: one per core); results do not depend on it")
        ->check(CLI::Range(1, 1024));
    command
        ->add_option("--engines", arguments->engines,
                     "annual: capacity, energy and money of every hour (always runs); events: typical days, "
                     "nights, migration waves, drills; availability: failures over thousands of years")
        ->delimiter(',')
        ->check(CLI::IsMember({"annual", "events", "availability"}))
        ->capture_default_str();
    command
        ->add_option("--precision", arguments->precision,
                     "What events and availability play where the study does not say it: quick = a winter "
                     "workday and coarse samples (the default), full = all kinds of days, finer samples")
        ->check(CLI::IsMember({"quick", "full"}));
    command
        ->add_option("--case", arguments->only_case,
                     "Only this simulation of the event engine, e.g. \"b/2030/winter-workday\": it is shown, "
                     "no results file is written")
        ->excludes("--out");
    command->add_option("--case-minutes", arguments->case_minutes, "Longest time one simulation may take")
        ->check(CLI::Range(1, 10'000))
        ->capture_default_str();
    command
        ->add_option("--uncertainty", arguments->uncertainty,
                     "quick = also tell how sure the answer of the annual engine is: seventy draws of every "
                     "default and price between its low and high end, kept beside the results for report and "
                     "compare (more: verbund sweep)")
        ->check(CLI::IsMember({"quick"}))
        ->excludes("--json");
    command->add_flag("--force", arguments->output.force, "Replace an existing results file");
    command->add_flag("--dry-run", arguments->dry_run,
                      "Read and check the study, say what would run, write nothing");
    return {command, [arguments, command_line] { return run(*arguments, command_line); }};
}

}  // namespace verbund::cli
