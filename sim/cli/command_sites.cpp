#include <filesystem>
#include <memory>
#include <optional>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "models/base/diagnostics.hpp"
#include "models/base/quantity_text.hpp"
#include "results/report/export/json_export.hpp"
#include "results/report/terminal/choice_text.hpp"
#include "results/report/terminal/sites_text.hpp"
#include "results/store/new_file.hpp"
#include "results/store/store.hpp"
#include "scenarios/read/import/site_candidates.hpp"
#include "scenarios/study/enum_words.hpp"
#include "sim/batch/sites/compare_sites.hpp"
#include "sim/cli/app.hpp"
#include "sim/cli/commands.hpp"
#include "sim/cli/messages.hpp"
#include "sim/cli/options.hpp"
#include "sim/cli/progress.hpp"
#include "sim/cli/signals.hpp"

namespace verbund::cli {
namespace {

struct SitesArguments {
    StudyOptions study;
    OutputOptions output;
    std::string candidates = "auto";
    std::string decimal = "as-written";
    std::string variant;
    std::optional<int> year;
    int sites = 1;
    int shortlist = 12;
    std::string min_distance = "100 km";
    std::string standby;
    std::string replication;
    std::string sizing;
    std::string out;
    int jobs = 0;
};

[[noreturn]] void refuse(std::string key, std::string problem, std::string remedy) {
    throw InvalidInput{{Diagnostic{
        .at = {}, .key = std::move(key), .problem = std::move(problem), .remedy = std::move(remedy)}}};
}

Length distance_of(const std::string& text) {
    const auto read = parse_quantity<Length>(text);
    if (!read.value) refuse("--min-distance", read.problem.problem, read.problem.remedy);
    if (*read.value < 5.0 * kilometre || *read.value > 1000.0 * kilometre) {
        refuse("--min-distance",
               fmt::format("{} is out of range (5 km to 1000 km; nearer rooms are one site, and Germany is "
                           "no larger)",
                           text),
               "The BSI asks for 200 km, and for 100 km at least.");
    }
    return *read.value;
}

template <class T>
std::optional<T> word_of(const std::string& text) {
    if (text.empty()) return std::nullopt;
    return study::Codec<T>::read(text).value;
}

/// Candidates belong to one network; those of the variant that is asked for, else of the first.
const study::Study& study_for_candidates(const study::StudySet& set, const std::string& variant) {
    for (const study::Variant& v : set.variants)
        if (v.id == variant) return v.study;
    return set.variants.front().study;
}

batch::SiteOrder order_of(const SitesArguments& arguments, const study::StudySet& set) {
    batch::SiteOrder order;
    order.variant = arguments.variant;
    order.year = arguments.year;
    order.sites = arguments.sites;
    order.shortlist = static_cast<std::size_t>(arguments.shortlist);
    order.min_distance = distance_of(arguments.min_distance);
    order.standby = word_of<continuity::StandbyMode>(arguments.standby);
    order.replication = word_of<continuity::ReplicationMode>(arguments.replication);
    order.sizing = word_of<continuity::StandbySizing>(arguments.sizing);
    if (arguments.candidates != "auto") {
        std::vector<Diagnostic> notes;
        order.candidates = read::read_site_candidates(
            read::load_csv(arguments.candidates), study_for_candidates(set, arguments.variant), set.catalog,
            *word_of<DecimalSign>(arguments.decimal), notes);
        if (!arguments.output.quiet) tell_hints(notes);
    }
    return order;
}

report::Choice choice_of(const SitesArguments& arguments, const study::StudySet& set,
                         const std::string& variant, int year) {
    using report::VariantChoice;
    using report::YearChoice;
    return {.variant = variant,
            .why_variant = !arguments.variant.empty() ? VariantChoice::asked
                           : set.variants.size() == 1 ? VariantChoice::only
                                                      : VariantChoice::first_with_shared_center,
            .variants = set.variants.size(),
            .year = year,
            .why_year = arguments.year ? YearChoice::asked : YearChoice::compared_last};
}

int sites(const SitesArguments& arguments) {
    const study::StudySet set = read::read_study(arguments.study.study, read_options(arguments.study));
    if (!arguments.output.quiet) tell_hints(set.hints);
    const batch::SiteOrder order = order_of(arguments, set);
    const std::filesystem::path target = arguments.out.empty() ? results_file_of(arguments.study, "-sites")
                                                               : std::filesystem::path{arguments.out};
    store::check_new_file(target, arguments.output.force);
    ProgressDisplay progress(arguments.output.quiet);
    report::Choice choice;
    const outcome::Run run = batch::compare_sites(
        set, order,
        {.jobs = arguments.jobs,
         .compared = [&](const std::string& variant,
                         int year) { choice = choice_of(arguments, set, variant, year); },
         .progress = [&](double share, std::string_view what) { progress.update(share, what); }});
    progress.finish();
    const HoldSignals hold;
    store::write_run(run, target, arguments.output.force);
    const report::Style style = style_for(arguments.output);
    print(arguments.output.json ? report::summary_json(run)
                                : report::choice_text(choice, style) + report::sites_text(run, style));
    if (!arguments.output.quiet)
        tell("written: {}\nNext: verbund report {} -o sites.html\n", target.string(), target.string());
    return exit_ok;
}

}  // namespace

Command add_sites(CLI::App& program) {
    auto arguments = std::make_shared<SitesArguments>();
    CLI::App* command =
        program.add_subcommand("sites", "Compare candidate places for a second (and third) site");
    command->footer(R"(Examples:
  verbund sites my.yaml                                seats of all districts as candidates
  verbund sites my.yaml --candidates places.csv        id,name,lat,lon and, optionally, it_power,racks,rent,...
  verbund sites my.yaml --candidates places.csv --k 2 --sizing shared
  verbund sites my.yaml --variant b --year 2030 --replication sync
A model shortlists, the engines simulate; every candidate left out is listed with the reason.)");
    add_study_options(*command, arguments->study);
    add_output_options(*command, arguments->output);
    command->add_option("--candidates", arguments->candidates, "CSV table of places, or auto")
        ->capture_default_str();
    command
        ->add_option("--decimal", arguments->decimal,
                     "Decimal sign of that table; as-written: as its cells with one reading show")
        ->check(CLI::IsMember(study::Codec<DecimalSign>::words()))
        ->capture_default_str();
    command->add_option("--k", arguments->sites, "Sites chosen together")
        ->check(CLI::Range(1, 3))
        ->capture_default_str();
    command->add_option("--shortlist", arguments->shortlist, "Choices that are simulated at most")
        ->check(CLI::Range(1, 200))
        ->capture_default_str();
    command->add_option("--variant", arguments->variant,
                        "Variant (default: the first in which a shared center runs anything)");
    command->add_option("--year", arguments->year, "Year compared (default: the last milestone)");
    command->add_option("--min-distance", arguments->min_distance, "Air line between sites")
        ->capture_default_str();
    command->add_option("--standby", arguments->standby, "Standby (default: the study's rule, else warm)")
        ->check(CLI::IsMember(study::Codec<continuity::StandbyMode>::words()));
    command
        ->add_option(
            "--replication", arguments->replication,
            "Replication (default: the study's rule, else synchronous where the round trip allows it)")
        ->check(CLI::IsMember(study::Codec<continuity::ReplicationMode>::words()));
    command
        ->add_option("--sizing", arguments->sizing,
                     "own: standby for all primaries at once; shared: for any one of them")
        ->check(CLI::IsMember(study::Codec<continuity::StandbySizing>::words()));
    command->add_option("--out,-o", arguments->out, "Results file (default: name of the study + -sites.h5)");
    command->add_option("--jobs,-j", arguments->jobs, "Threads (default: one per core)")
        ->check(CLI::Range(1, 1024));
    command->add_flag("--force", arguments->output.force, "Replace an existing results file");
    return {command, [arguments] { return sites(*arguments); }};
}

}  // namespace verbund::cli
