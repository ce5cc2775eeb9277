#include <algorithm>
#include <cmath>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "results/report/counted.hpp"
#include "results/report/sentences/answer/shortage_answers.hpp"
#include "results/report/style.hpp"
#include "results/report/terminal/price_weights.hpp"
#include "scenarios/study/catalog_values.hpp"
#include "sim/batch/price_weights.hpp"
#include "sim/batch/run_study.hpp"
#include "sim/batch/study_drills.hpp"
#include "sim/cli/app.hpp"
#include "sim/cli/check_estates.hpp"
#include "sim/cli/commands.hpp"
#include "sim/cli/options.hpp"
#include "sim/cli/progress.hpp"

namespace verbund::cli {
namespace {

struct CheckArguments {
    StudyOptions study;
    OutputOptions output;
    bool explain = false;
    std::string topic;  ///< of `explain`; empty = every value
    bool limits = false;
};

/// The study's values, then those of the catalog that its models read.
std::vector<study::Assumption> values_of(const study::StudySet& set) {
    std::vector<study::Assumption> values = set.assumptions;
    for (study::Assumption& value : study::catalog_values(set)) values.push_back(std::move(value));
    return values;
}

std::string explanation_json(const study::StudySet& set) {
    nlohmann::ordered_json rows = nlohmann::ordered_json::array();
    for (const study::Assumption& a : values_of(set)) {
        rows.push_back({{"key", a.key},
                        {"value", a.value},
                        {"given", a.given},
                        {"text", a.text},
                        {"evidence", a.evidence.mark},
                        {"source", a.evidence.source},
                        {"low", a.bounds.low},
                        {"high", a.bounds.high},
                        {"fixed", a.bounds.fixed}});
    }
    const nlohmann::ordered_json text = {{"title", set.title}, {"assumptions", rows}};
    return text.dump(2, ' ', false, nlohmann::json::error_handler_t::replace) + "\n";
}

std::string explanation_text(const study::StudySet& set) {
    std::string text;
    for (const study::Assumption& a : values_of(set)) {
        const std::string_view origin = a.key.starts_with("catalog.") ? "catalog" : "default";
        const std::string bounds =
            a.bounds.stated() ? fmt::format(" ({} to {})", a.bounds.low, a.bounds.high) : std::string{};
        text += fmt::format("{} = {}{}  [{}]\n", a.key, a.value, bounds,
                            a.given ? "given" : fmt::format("{}, {}", origin, a.evidence.mark));
        if (!a.given) text += fmt::format("    {} Source: {}\n", a.text, a.evidence.source);
    }
    return text;
}

nlohmann::ordered_json number_or_null(double value) {
    return std::isfinite(value) ? nlohmann::ordered_json(value) : nlohmann::ordered_json();
}

std::string price_weights_json(const outcome::PriceWeights& weights) {
    nlohmann::ordered_json rows = nlohmann::ordered_json::array();
    for (const outcome::PriceWeight& row : weights.rows) {
        nlohmann::ordered_json of = nlohmann::ordered_json::object();
        for (std::size_t v = 0; v < weights.variants.size(); ++v) of[weights.variants[v]] = row.weight[v];
        rows.push_back({{"price", row.key},
                        {"value", row.value},
                        {"low", row.low},
                        {"high", row.high},
                        {"evidence", row.mark},
                        {"weight", of},
                        {"change_at_low", number_or_null(row.at_low)},
                        {"change_at_high", number_or_null(row.at_high)}});
    }
    return nlohmann::ordered_json{{"prices", rows}, {"others", weights.others}}.dump(
               2, ' ', false, nlohmann::json::error_handler_t::replace) +
           "\n";
}

std::string bottlenecks_json(const outcome::Run& run) {
    nlohmann::ordered_json rows = nlohmann::ordered_json::array();
    for (const outcome::Bottleneck& b : run.rows<outcome::Bottleneck>()) {
        rows.push_back({{"variant", run.variants[static_cast<std::size_t>(b.variant)].id},
                        {"year", b.year},
                        {"site", b.site},
                        {"resource", outcome::resource_id(b.resource)},
                        {"need", b.need},
                        {"limit", b.limit},
                        {"unit", b.unit}});
    }
    const nlohmann::ordered_json text = {
        {"ok", run.rows<outcome::Bottleneck>().empty()}, {"title", run.title}, {"bottlenecks", rows}};
    return text.dump(2, ' ', false, nlohmann::json::error_handler_t::replace) + "\n";
}

std::vector<std::string> hints_of(const study::StudySet& set) {
    std::vector<std::string> texts;
    for (const Diagnostic& hint : set.hints) texts.push_back(to_string(hint));
    return texts;
}

/// Shows how far `work`, which takes a `batch::Progress`, has come.
template <class Work>
auto with_progress(const CheckArguments& arguments, Work&& work) {
    ProgressDisplay display(arguments.output.quiet);
    return std::forward<Work>(work)(
        [&display](double share, std::string_view what) { display.update(share, what); });
}

/// Variant and where the outside copies of its backups lie.
using CopyLines = std::vector<std::pair<study::Id, std::string>>;

nlohmann::ordered_json copies_json(const CopyLines& copies) {
    nlohmann::ordered_json json = nlohmann::ordered_json::object();
    for (const auto& [variant, text] : copies) json[variant] = text;
    return json;
}

/// One block for variants that keep them alike, a place a line.
std::string copies_text(const CopyLines& copies) {
    std::vector<std::pair<std::string, std::string>> lines;  // text, variants
    for (const auto& [variant, text] : copies) {
        const auto known = std::find_if(lines.begin(), lines.end(),
                                        [&text = text](const auto& line) { return line.first == text; });
        if (known == lines.end())
            lines.emplace_back(text, variant);
        else
            known->second += ", " + variant;
    }
    const std::string next_place = "; ";
    std::string all;
    for (auto& [text, variants] : lines) {
        for (std::size_t at = text.find(next_place); at != std::string::npos; at = text.find(next_place, at))
            text.replace(at, next_place.size(), "\n  ");
        all += fmt::format("{}: {}\n", variants, text);
    }
    return all;
}

/// Runs the study and lists what exceeds its limits.
int check_limits(const study::StudySet& set, const CheckArguments& arguments) {
    batch::DrillMistakes drills;
    const outcome::Run run = with_progress(arguments, [&](batch::Progress progress) {
        return batch::run_study(set, {.jobs = 0, .progress = std::move(progress), .next = {drills}});
    });
    print(arguments.output.json ? bottlenecks_json(run)
                                : report::limits_text(run, style_for(arguments.output)));
    return run.rows<outcome::Bottleneck>().empty() ? exit_ok : exit_limit_missed;
}

/// Lists the prices that carry nine tenths of the cost.
int explain_prices(const study::StudySet& set, const CheckArguments& arguments) {
    constexpr double part = 0.9;
    const outcome::PriceWeights weights = with_progress(arguments, [&](const batch::Progress& progress) {
        return batch::price_weights(set, part, progress);
    });
    print(arguments.output.json ? price_weights_json(weights)
                                : report::price_weights_text(weights, style_for(arguments.output)));
    return exit_ok;
}

int check(const CheckArguments& arguments) {
    const study::StudySet set = read::read_study(arguments.study.study, read_options(arguments.study));
    if (!arguments.output.quiet) tell_hints(set.hints);
    if (arguments.limits) return check_limits(set, arguments);
    if (!arguments.topic.empty()) return explain_prices(set, arguments);
    const CopyLines copies = with_progress(arguments, [&](const batch::Progress& progress) {
        return batch::find_contradictions(set, progress);
    });
    if (arguments.explain) {
        print(arguments.output.json ? explanation_json(set) : explanation_text(set));
    } else if (arguments.output.json) {
        const nlohmann::ordered_json text = {{"ok", true},
                                             {"title", set.title},
                                             {"variants", set.variants.size()},
                                             {"hints", hints_of(set)},
                                             {"outside_copies", copies_json(copies)},
                                             {"inventories", counted_estates_json(set)}};
        print(text.dump() + "\n");
    } else {
        print(fmt::format("ok: {}, years {}-{}\n",
                          report::counted(set.variants.size(), {"variant", "variants"}), set.horizon.first,
                          set.horizon.last) +
              copies_text(copies) + counted_estates_text(set));
    }
    return exit_ok;
}

}  // namespace

Command add_check(CLI::App& program) {
    auto arguments = std::make_shared<CheckArguments>();
    CLI::App* command =
        program.add_subcommand("check", "Find every mistake in a study without simulating it");
    command->footer(R"(Examples:
  verbund check my.yaml                 all mistakes at once, with place, cause and remedy
  verbund check my.yaml --explain       every value that enters the run, with evidence and source
  verbund check my.yaml --explain prices  simulate and list the prices that carry 90 % of the cost
  verbund check my.yaml --limits        simulate and exit with 5 if anything runs out)");
    add_study_options(*command, arguments->study);
    add_output_options(*command, arguments->output);
    auto* explain = command->add_flag(
        "--explain", arguments->explain,
        "List every value that enters the run, given, default or of the catalog, with its source");
    command
        ->add_option("topic", arguments->topic,
                     "After --explain, prices: those that carry 90 % of the cost, each with its weight")
        ->check(CLI::IsMember({"prices"}))
        ->option_text("[prices]")
        ->needs(explain);
    command->add_flag("--limits", arguments->limits, "Simulate; exit 5 if a need exceeds its limit")
        ->excludes(explain);
    return {command, [arguments] { return check(*arguments); }};
}

}  // namespace verbund::cli
