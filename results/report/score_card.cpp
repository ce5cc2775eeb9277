#include "results/report/score_card.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "models/base/diagnostics.hpp"
#include "models/base/number_text.hpp"
#include "results/report/lookup.hpp"

namespace verbund::report {
namespace {

constexpr double full_points = 100.0;

ScoreWeight parse_weight(std::string_view text) {
    const std::size_t equals = text.find('=');
    const auto weight =
        equals == std::string_view::npos ? std::nullopt : number_value(text.substr(equals + 1));
    if (!weight || !(*weight > 0.0) || !std::isfinite(*weight) || equals == 0) {
        throw RunFailed{fmt::format(
            "\"{}\" is no criterion with a weight: write e.g. cost_total_eur=40,energy_grid_mwh=20", text)};
    }
    return {std::string{text.substr(0, equals)}, *weight};
}

/// Grades and shares that hold; of all else less is better.
bool more_is_better(const Figure& figure) {
    constexpr std::array<std::string_view, 5> more{"bsi_class", "nights_held_share", "erf", "ref", "cer"};
    return std::find(more.begin(), more.end(), figure.name) != more.end();
}

const Figure& figure_named(const std::string& name) {
    std::vector<std::string_view> names;
    for (const Figure& figure : figures()) {
        if (figure.name == name) return figure;
        names.push_back(figure.name);
    }
    throw RunFailed{fmt::format("no figure \"{}\" to score (there are: {})", name, fmt::join(names, ", "))};
}

/// Whether it serves as many as the base, so that its needs can be held against the base's.
bool is_scored(const ComparedColumn& column, const Comparison& comparison, int year) {
    const outcome::VariantYear* base = comparison.columns[comparison.base].row(year);
    const outcome::VariantYear* row = column.row(year);
    return base != nullptr && row != nullptr && same_scope(*base, *row);
}

std::vector<double> values_of(const Figure& figure, const std::vector<ComparedColumn>& columns, int year) {
    std::vector<double> values;
    for (const ComparedColumn& column : columns) {
        values.push_back(figure.get(*column.run, column.variant, year));
        if (!std::isnan(values.back())) continue;
        throw RunFailed{
            fmt::format("variant \"{}\" has no {} in {}: run it with the engine that finds it, or leave that "
                        "criterion out",
                        column.label, figure.name, year)};
    }
    return values;
}

std::vector<double> points_of(const Figure& figure, const std::vector<double>& values) {
    const bool more = more_is_better(figure);
    const double best = more ? *std::max_element(values.begin(), values.end())
                             : *std::min_element(values.begin(), values.end());
    std::vector<double> points;
    for (const double value : values)
        if (value == best)
            points.push_back(std::isfinite(value) ? full_points : 0.0);
        else
            points.push_back(full_points * std::max(0.0, more ? value / best : best / value));
    return points;
}

/// Sums without one of the criteria, or with all.
std::vector<double> sums_of(const ScoreCard& card, const ScoreCriterion* without = nullptr) {
    std::vector<double> sums(card.labels.size(), 0.0);
    for (const ScoreCriterion& one : card.criteria) {
        if (&one == without) continue;
        for (std::size_t v = 0; v < sums.size(); ++v) sums[v] += one.share * one.points[v];
    }
    return sums;
}

std::size_t highest(const std::vector<double>& sums) {
    return static_cast<std::size_t>(std::max_element(sums.begin(), sums.end()) - sums.begin());
}

}  // namespace

std::vector<ScoreWeight> parse_score_weights(std::string_view text) {
    std::vector<ScoreWeight> weights;
    while (!text.empty()) {
        const std::string_view one = text.substr(0, text.find(','));
        weights.push_back(parse_weight(one));
        text.remove_prefix(std::min(text.size(), one.size() + 1));
        for (std::size_t i = 0; i + 1 < weights.size(); ++i)
            if (weights[i].figure == weights.back().figure)
                throw RunFailed{fmt::format("\"{}\" is weighed twice", weights.back().figure)};
    }
    return weights;
}

std::size_t ScoreCard::first() const { return highest(sums); }

ScoreCard score_card(const Comparison& comparison, const std::vector<ScoreWeight>& weights) {
    ScoreCard card;
    card.year = comparison.years.back();
    std::vector<ComparedColumn> columns;
    for (const ComparedColumn& column : comparison.columns) {
        const bool scored = is_scored(column, comparison, card.year);
        (scored ? card.labels : card.left_out).push_back(column.label);
        if (scored) columns.push_back(column);
    }
    double all = 0.0;
    for (const ScoreWeight& weight : weights) all += weight.weight;
    for (const ScoreWeight& weight : weights) {
        const Figure& figure = figure_named(weight.figure);
        std::vector<double> values = values_of(figure, columns, card.year);
        std::vector<double> points = points_of(figure, values);
        card.criteria.push_back({&figure, weight.weight / all, std::move(values), std::move(points)});
    }
    card.sums = sums_of(card);
    for (const ScoreCriterion& one : card.criteria)
        if (card.criteria.size() > 1 && highest(sums_of(card, &one)) != card.first())
            card.decisive.emplace_back(one.figure->name);
    return card;
}

}  // namespace verbund::report
