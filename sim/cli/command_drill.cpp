#include <algorithm>
#include <memory>
#include <optional>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "models/base/diagnostics.hpp"
#include "models/base/quantity_text.hpp"
#include "models/continuity/failure_kind.hpp"
#include "results/report/export/drill_json.hpp"
#include "results/report/terminal/choice_text.hpp"
#include "results/report/terminal/drill_text.hpp"
#include "scenarios/study/drill_year.hpp"
#include "scenarios/study/enum_words.hpp"
#include "sim/batch/drill_cases.hpp"
#include "sim/cli/app.hpp"
#include "sim/cli/commands.hpp"
#include "sim/cli/messages.hpp"
#include "sim/cli/options.hpp"
#include "sim/cli/progress.hpp"

namespace verbund::cli {
namespace {

struct DrillArguments {
    StudyOptions study;
    OutputOptions output;
    std::string variant;
    std::optional<int> year;
    std::vector<std::string> fail;
    std::vector<std::string> kinds;
    std::string at = "09:30";
    std::string lasts;
    bool destroyed = false;
    std::string replaced_after;
    std::string takeover = "drawn";
    std::string day = "winter-workday";
    bool all_single = false;
    int jobs = 0;
    int case_minutes = 10;
};

[[noreturn]] void refuse(std::string key, std::string problem, std::string remedy) {
    throw InvalidInput{{Diagnostic{
        .at = {}, .key = std::move(key), .problem = std::move(problem), .remedy = std::move(remedy)}}};
}

/// "09:30" as time after midnight.
Duration time_of_day(const std::string& text) {
    const auto digit = [&](std::size_t i) { return text[i] >= '0' && text[i] <= '9'; };
    const bool form = text.size() == 5 && text[2] == ':' && digit(0) && digit(1) && digit(3) && digit(4);
    const int hour = form ? (text[0] - '0') * 10 + (text[1] - '0') : 24;
    const int minute = form ? (text[3] - '0') * 10 + (text[4] - '0') : 0;
    if (hour > 23 || minute > 59)
        refuse("--at", fmt::format("\"{}\" is not a time of day", text), "Write hours and minutes: 09:30.");
    return hour * hours + minute * minutes;
}

std::optional<Duration> duration_of(const char* option, const std::string& text) {
    if (text.empty()) return std::nullopt;
    const auto read = parse_quantity<Duration>(text);
    if (!read.value) refuse(option, read.problem.problem, read.problem.remedy);
    if (*read.value <= 0.0 * seconds)
        refuse(option, fmt::format("\"{}\" is no duration above zero", text), "Write e.g. \"24 h\".");
    return *read.value;
}

/// Entries of option values such as "room:a, room:b".
std::vector<std::string> split_list(const std::vector<std::string>& texts) {
    std::vector<std::string> entries;
    for (const std::string& text : texts) {
        for (std::size_t from = 0; from <= text.size();) {
            const std::size_t comma = std::min(text.find(',', from), text.size());
            const std::size_t first = text.find_first_not_of(' ', from);
            const std::size_t last = text.find_last_not_of(' ', comma == 0 ? 0 : comma - 1);
            entries.push_back(first < comma ? text.substr(first, last - first + 1) : "");
            from = comma + 1;
        }
    }
    return entries;
}

batch::DrillOrder order_of(const DrillArguments& arguments) {
    batch::DrillOrder order;
    order.variant = arguments.variant;
    order.year = arguments.year;
    order.all_single = arguments.all_single;
    order.kinds = split_list(arguments.kinds);
    order.drill.fail = split_list(arguments.fail);
    order.drill.at = time_of_day(arguments.at);
    order.drill.lasts = duration_of("--for", arguments.lasts);
    order.drill.destroyed = arguments.destroyed;
    order.drill.replaced_after = duration_of("--replaced-after", arguments.replaced_after);
    order.drill.takeover = *study::Codec<study::TakeoverLuck>::read(arguments.takeover).value;
    order.drill.day = *study::Codec<study::TypicalDay>::read(arguments.day).value;
    return order;
}

std::string repeat_command(const DrillArguments& arguments) {
    std::string command = fmt::format("verbund drill {}", arguments.study.study);
    if (!arguments.variant.empty()) command += fmt::format(" --variant {}", arguments.variant);
    if (arguments.year) command += fmt::format(" --year {}", *arguments.year);
    command += fmt::format(" --at {} --day {}", arguments.at, arguments.day);
    if (!arguments.lasts.empty()) command += fmt::format(" --for '{}'", arguments.lasts);
    if (arguments.destroyed) command += " --destroyed";
    if (!arguments.replaced_after.empty())
        command += fmt::format(" --replaced-after '{}'", arguments.replaced_after);
    if (arguments.takeover != "drawn") command += fmt::format(" --takeover {}", arguments.takeover);
    return command;
}

/// Which variant and year are played, and why where none was named.
report::Choice choice_of(const outcome::Run& run, const study::StudySet& set,
                         const DrillArguments& arguments) {
    using report::VariantChoice;
    using report::YearChoice;
    const std::string& id = run.variants.front().id;
    report::Choice choice{.variant = id, .variants = set.variants.size(), .year = run.years.front()};
    if (arguments.variant.empty())
        choice.why_variant = set.variants.size() == 1 ? VariantChoice::only : VariantChoice::first;
    if (arguments.year) return choice;
    const auto variant = std::find_if(set.variants.begin(), set.variants.end(),
                                      [&id](const study::Variant& v) { return v.id == id; });
    switch (study::drill_year(set, variant->study).why) {
        case study::DrillYearReason::first_milestone:
            choice.why_year = YearChoice::first_milestone;
            break;
        case study::DrillYearReason::moves_done:
            choice.why_year = YearChoice::moves_done;
            break;
        case study::DrillYearReason::last_milestone:
            choice.why_year = YearChoice::last_milestone;
            break;
    }
    return choice;
}

/// One drill with its timeline, or all of them ranked.
std::string shown(const outcome::Run& run, const study::StudySet& set, const DrillArguments& arguments) {
    const report::Style style = style_for(arguments.output);
    const std::string& variant = run.variants.front().id;
    if (arguments.all_single) {
        std::vector<report::RankedDrill> ranked;
        for (const outcome::DrillSummary& summary : run.rows<outcome::DrillSummary>())
            ranked.push_back({variant, summary});
        constexpr std::size_t shown_at_most = 40;
        return arguments.output.json
                   ? report::drill_ranking_json(std::move(ranked)) + "\n"
                   : report::choice_text(choice_of(run, set, arguments), style) +
                         report::drill_ranking_text(std::move(ranked), shown_at_most, style);
    }
    if (run.rows<outcome::DrillSummary>().empty()) return {};
    const report::DrillReport drill{variant, run.rows<outcome::DrillSummary>().front(),
                                    run.rows<outcome::DrillResult>(), run.rows<outcome::DrillEvent>()};
    return arguments.output.json ? report::drill_json(drill, run) + "\n"
                                 : report::choice_text(choice_of(run, set, arguments), style) +
                                       report::drill_text(drill, run, style);
}

int drill(const DrillArguments& arguments) {
    batch::DrillOrder order = order_of(arguments);
    const study::StudySet set = read::read_study(arguments.study.study, read_options(arguments.study));
    if (!arguments.output.quiet) tell_hints(set.hints);
    ProgressDisplay progress(arguments.output.quiet);
    order.left_out = [](std::size_t lines) {
        tell(
            "verbund: {} access lines are left out: each cuts off one administration only. "
            "Add --kinds link to play them.\n",
            lines);
    };
    const outcome::Run run =
        batch::run_drills(set, order,
                          {.jobs = arguments.jobs,
                           .time_limit = std::chrono::minutes{arguments.case_minutes},
                           .repeat_command = repeat_command(arguments)},
                          [&](double share, std::string_view what) { progress.update(share, what); });
    progress.finish();
    print(shown(run, set, arguments));
    for (const outcome::FailedCase& failed : run.rows<outcome::FailedCase>())
        tell("verbund: {} gave no outcome: {}\n  repeat: {}\n", failed.name, failed.reason, failed.repeat);
    return run.rows<outcome::FailedCase>().empty() ? exit_ok : exit_cases_failed;
}

std::vector<std::string> day_words() { return study::Codec<study::TypicalDay>::words(); }

}  // namespace

Command add_drill(CLI::App& program) {
    auto arguments = std::make_shared<DrillArguments>();
    CLI::App* command = program.add_subcommand(
        "drill", "Let something fail and see who is out for how long and what is lost");
    command->footer(std::string{R"(Examples:
  verbund drill dormagen --variant zweckverband --fail center:itk-neuss --at 09:30
  verbund drill my.yaml --year 2030 --fail utility:rz-1 --at 14:00 --for '24 h'
  verbund drill my.yaml --fail room:rz-1/r1,room:rz-1/r2   both at the same time
  verbund drill my.yaml --fail center:rz-1 --destroyed --replaced-after '30 d'   a fire
  verbund drill my.yaml --all-single                   every single failure, worst first
  verbund drill my.yaml --all-single --kinds center,utility
What can fail: )"} + continuity::target_forms() +
                    R"(;
the id of an administration as CENTER or ID of a center stands for its own server room, e.g. center:dormagen.)");
    add_study_options(*command, arguments->study);
    add_output_options(*command, arguments->output);
    command->add_option("--variant", arguments->variant, "Variant (default: the first)");
    command->add_option("--year", arguments->year,
                        "Year (default: the first milestone in which all moves are done)");
    auto* fail = command->add_option("--fail", arguments->fail,
                                     "What fails, e.g. center:rz-1; several things fail together: A,B");
    fail->allow_extra_args(false);
    command->add_option("--at", arguments->at, "Time of day")->capture_default_str();
    command->add_option("--for", arguments->lasts,
                        "An outage: how long the cause lasts, e.g. '24 h'; things stay whole (default: until "
                        "repaired; a center is destroyed)");
    auto* destroyed = command->add_flag("--destroyed", arguments->destroyed,
                                        "What fails is destroyed, and what is stored there lost");
    command
        ->add_option("--replaced-after", arguments->replaced_after,
                     "Until new hardware stands, e.g. '30 d' (default: never)")
        ->needs(destroyed);
    command
        ->add_option("--takeover", arguments->takeover,
                     "Whether a backup site succeeds in taking over; drawn: by the study's probability")
        ->check(CLI::IsMember(study::Codec<study::TakeoverLuck>::words()))
        ->capture_default_str();
    command->add_option("--day", arguments->day, "Kind of day")
        ->check(CLI::IsMember(day_words()))
        ->capture_default_str();
    auto* all = command->add_flag("--all-single", arguments->all_single,
                                  "Every failure of one thing, ranked by what it does");
    command
        ->add_option(
            "--kinds", arguments->kinds,
            "Of the single failures only these kinds, e.g. center,link (default: all; of more than 100 "
            "access lines none)")
        ->allow_extra_args(false)
        ->needs(all);
    command->add_option("--jobs,-j", arguments->jobs, "Simulations at a time (default: one per core)")
        ->check(CLI::Range(1, 1024));
    command->add_option("--case-minutes", arguments->case_minutes, "Longest time one simulation may take")
        ->check(CLI::Range(1, 10'000))
        ->capture_default_str();
    fail->excludes(all);
    command->final_callback([fail, all] {
        if (fail->count() + all->count() == 0) throw CLI::RequiredError("--fail WHAT or --all-single");
    });
    return {command, [arguments] { return drill(*arguments); }};
}

}  // namespace verbund::cli
