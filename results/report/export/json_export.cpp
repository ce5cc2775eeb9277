#include "results/report/export/json_export.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <variant>

#include <nlohmann/json.hpp>

#include "models/base/unit_factors.hpp"
#include "results/outcome/outcome.hpp"
#include "results/report/export/row_json.hpp"
#include "results/report/export/sweep_json.hpp"

namespace verbund::report {
namespace {

using Json = nlohmann::ordered_json;
using outcome::Run;

template <class Row>
Json rows_json(const Tellers& tellers, const std::vector<Row>& rows, std::size_t variant) {
    Json json = Json::array();
    for (const Row& row : rows)
        if (static_cast<std::size_t>(row.variant) == variant) json.push_back(row_json(tellers, row));
    return json;
}

Json years_json(const Run& run, std::size_t variant) {
    Json years = Json::array();
    for (std::size_t year = 0; year < run.years.size(); ++year) {
        Json json{{"year", run.years[year]}};
        const outcome::VariantYear& row = run.summary.at(run.summary_index(variant, year));
        for (const auto& metric : outcome::columns_of<outcome::VariantYear>())
            json[std::string{metric.name}] = outcome::number_in(metric, row);
        years.push_back(std::move(json));
    }
    return years;
}

Json missed_json(const Run& run, std::size_t variant) {
    std::map<std::string, int> missed;
    for (const outcome::RuleFinding& finding : run.rows<outcome::RuleFinding>())
        if (static_cast<std::size_t>(finding.variant) == variant && finding.verdict == "missed")
            ++missed[finding.rule];
    return Json(missed);
}

Json program_json(const Run& run) {
    return {{"version", run.program_version}, {"commit", run.program_commit}};
}

/// What becomes of tables without rows that others always find.
enum class Empty { listed, left_out };

/// The tables of a variant, those with a row per administration left out.
void add_tables(Json& json, const Tellers& tellers, std::size_t variant, Empty empty) {
    outcome::for_each_table(
        tellers.german.run,
        [&](const auto& table, const auto& rows) {
            using Row = typename std::decay_t<decltype(rows)>::value_type;
            if constexpr (
                requires(const Row& row) { row.variant; }) {
                const bool told = (table.always && empty == Empty::listed) || !rows.empty();
                if (told && !table.many_rows)
                    json[std::string{table.name}] = rows_json(tellers, rows, variant);
            }
        });
}

Json variant_json(const Tellers& tellers, std::size_t variant) {
    const Run& run = tellers.german.run;
    Json json{{"id", run.variants[variant].id},
              {"title", run.variants[variant].title},
              {"years", years_json(run, variant)},
              {"rules_missed", missed_json(run, variant)}};
    add_tables(json, tellers, variant, Empty::listed);
    return json;
}

Json difference_json(double here, double base) {
    const double percent =
        base == 0.0 ? outcome::not_applicable : percent_per_one * (here - base) / std::abs(base);
    return {{"value", here}, {"difference", here - base}, {"percent", percent}};
}

Json figure_json(const Comparison& comparison, int year, const Figure& figure) {
    const auto value = [&](const Figure::Get& get, const ComparedColumn& column) {
        return get(*column.run, column.variant, year);
    };
    const double base = value(figure.get, comparison.columns[comparison.base]);
    Json values = Json::object();
    for (const ComparedColumn& column : comparison.columns) {
        Json json = difference_json(value(figure.get, column), base);
        if (figure.low) {
            json["low"] = value(figure.low, column);
            json["high"] = value(figure.high, column);
        }
        values[column.label] = std::move(json);
    }
    return {{"unit", figure.unit}, {"values", std::move(values)}};
}

}  // namespace

std::string summary_json(const Run& run) {
    const Tellers tellers{run};
    Json variants = Json::array();
    for (std::size_t variant = 0; variant < run.variants.size(); ++variant)
        variants.push_back(variant_json(tellers, variant));
    Json json{{"title", run.title}, {"question", run.question},         {"base_variant", run.base_variant},
              {"years", run.years}, {"milestones", run.milestones},     {"program", program_json(run)},
              {"seed", run.seed},   {"study_sha256", run.study_sha256}, {"variants", std::move(variants)}};
    for (const outcome::SiteLeftOut& row : run.rows<outcome::SiteLeftOut>())
        json["sites_left_out"].push_back(row_json(tellers, row));
    return dump(json);
}

std::string case_json(const Run& run) {
    const Tellers tellers{run};
    Json json{{"variant", run.variants.front().id}, {"year", run.years.front()}};
    add_tables(json, tellers, 0, Empty::left_out);
    for (const outcome::FailedCase& row : run.rows<outcome::FailedCase>())
        json["failed_cases"].push_back(row_json(tellers, row));
    return dump(json);
}

namespace {

Json by_label(const ScoreCard& card, const std::vector<double>& numbers) {
    Json json = Json::object();
    for (std::size_t v = 0; v < numbers.size(); ++v) json[card.labels[v]] = numbers[v];
    return json;
}

Json score_json(const ScoreCard& card) {
    Json criteria = Json::array();
    for (const ScoreCriterion& one : card.criteria)
        criteria.push_back({{"figure", one.figure->name},
                            {"share", one.share},
                            {"values", by_label(card, one.values)},
                            {"points", by_label(card, one.points)}});
    return {{"year", card.year},
            {"criteria", std::move(criteria)},
            {"sums", by_label(card, card.sums)},
            {"first", card.labels[card.first()]},
            {"decisive", card.decisive},
            {"left_out", card.left_out}};
}

}  // namespace

std::string compare_json(const Comparison& comparison, const outcome::SweepComparison* draws,
                         const ScoreCard* card) {
    Json years = Json::array();
    for (const int year : comparison.years) {
        Json metrics = Json::object();
        for (const Figure& figure : figures())
            if (is_compared(figure, comparison, year))
                metrics[std::string{figure.name}] = figure_json(comparison, year, figure);
        years.push_back({{"year", year}, {"metrics", std::move(metrics)}});
    }
    Json json{{"base", comparison.columns[comparison.base].label}, {"years", std::move(years)}};
    if (draws != nullptr) json["draws"] = comparison_json(*draws);
    if (card != nullptr) json["score"] = score_json(*card);
    return dump(json);
}

namespace {

Json groups_json(const FileInfo& info) {
    Json groups = Json::array();
    for (const store::GroupSize& group : info.groups)
        groups.push_back({{"name", group.name}, {"datasets", group.datasets}, {"bytes", group.bytes}});
    return groups;
}

Json sweep_info(const FileInfo& info) {
    const outcome::SweepRun& run = info.sweep->run();
    return {{"file", info.path},
            {"bytes", info.bytes},
            {"complete", true},
            {"title", run.title},
            {"question", run.question},
            {"program", {{"version", run.program_version}, {"commit", run.program_commit}}},
            {"seed", run.seed},
            {"study_sha256", run.study_sha256},
            {"variants", run.variants},
            {"years", run.years},
            {"milestones", run.milestones},
            {"cases", info.sweep->cases()},
            {"combinations", run.combinations.size()},
            {"listed_keys", run.listed_keys},
            {"draws", run.draws},
            {"one_at_a_time", run.one_at_a_time},
            {"groups_drawn", run.groups},
            {"drawn_keys", run.drawn_keys.size()},
            {"outcomes", info.sweep->outcomes().size()},
            {"failed_cases", run.failed.size()},
            {"groups", groups_json(info)}};
}

}  // namespace

std::string info_json(const FileInfo& info) {
    if (info.sweep != nullptr) return dump(sweep_info(info));
    const Run& run = *info.run;
    Json variants = Json::array();
    for (const auto& variant : run.variants)
        variants.push_back({{"id", variant.id}, {"title", variant.title}});
    const auto missed =
        std::count_if(run.rows<outcome::RuleFinding>().begin(), run.rows<outcome::RuleFinding>().end(),
                      [](const auto& finding) { return finding.verdict == "missed"; });
    return dump({{"file", info.path},
                 {"bytes", info.bytes},
                 {"complete", true},
                 {"title", run.title},
                 {"question", run.question},
                 {"program", program_json(run)},
                 {"seed", run.seed},
                 {"study_sha256", run.study_sha256},
                 {"variants", std::move(variants)},
                 {"years", run.years},
                 {"milestones", run.milestones},
                 {"counts",
                  {{"centers", run.centers.size()},
                   {"administrations", run.administrations.size()},
                   {"links", run.links.size()},
                   {"build", run.rows<outcome::BuildStep>().size()},
                   {"refusals", run.rows<outcome::Refusal>().size()},
                   {"bottlenecks", run.rows<outcome::Bottleneck>().size()},
                   {"assumptions", run.rows<outcome::AssumptionRow>().size()}}},
                 {"findings", {{"total", run.rows<outcome::RuleFinding>().size()}, {"missed", missed}}},
                 {"groups", groups_json(info)}});
}

}  // namespace verbund::report
