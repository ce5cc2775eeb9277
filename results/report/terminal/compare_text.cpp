#include "results/report/terminal/compare_text.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <sstream>

#include <fmt/format.h>

#include "models/base/unit_factors.hpp"
#include "results/report/lookup.hpp"
#include "results/report/numbers.hpp"
#include "results/report/terminal/text_table.hpp"
#include "results/report/text_width.hpp"

namespace verbund::report {
namespace {

using outcome::Display;
using outcome::VariantYear;

/// The unit beside a figure's title; empty where values say theirs.
std::string_view unit_of(const Figure& figure, Language language) {
    if (figure.display == Display::recovery || figure.display == Display::loss) return {};
    if (figure.display == Display::share) return "%";
    if (figure.unit == "EUR") return language == Language::german ? "Mio. EUR" : "EUR m";
    return display_unit(figure.unit);
}

/// Euros stand in millions and shares in percent, so that numbers stay short.
double factor_of(const Figure& figure) {
    if (figure.display == Display::share) return percent_per_one;
    return figure.unit == "EUR" ? 1e-6 : 1.0;
}

/// The label with its unit in as many lines as it takes.
std::vector<std::string> label_lines(std::string_view name, std::string_view unit, std::size_t width) {
    std::istringstream text{
        wrap(unit.empty() ? std::string{name} : fmt::format("{} [{}]", name, unit), width, 2)};
    std::vector<std::string> lines;
    for (std::string line; std::getline(text, line);) lines.push_back(line);
    return lines;
}

std::string value_text(const Figure& figure, double value, const Style& style) {
    if (std::isinf(value)) {
        value = outcome::not_applicable;
        return figure.display == Display::loss ? loss_text(value, style) : recovery_text(value, style);
    }
    switch (figure.display) {
        case Display::recovery:
        case Display::loss:
            return time_text(value, style);
        case Display::grade:
            return value < 0.0 ? "< 0" : short_number(value, style);
        default:
            return short_number(factor_of(figure) * value, style);
    }
}

/// Absolute, and in percent where that means something; empty where nothing differs, or nothing that rounding
/// leaves.
std::string difference_text(const Figure& figure, double here, double base, const Style& style) {
    const double difference = here - base;
    if (!std::isfinite(difference) || difference == 0.0) return {};
    switch (figure.display) {
        case Display::recovery:
        case Display::loss:
            return (difference > 0.0 ? "+" : "-") + time_text(std::abs(difference), style);
        case Display::grade:
        case Display::count:
            return signed_number(difference, style);
        default: {
            std::string absolute = signed_number(factor_of(figure) * difference, style);
            if (base == 0.0) return absolute;
            const std::string percent = signed_percent(difference, base, style);
            return percent == "0 %" ? std::string{} : fmt::format("{} ({})", absolute, percent);
        }
    }
}

double value_of(const Figure::Get& get, const ComparedColumn& column, int year) {
    return get ? get(*column.run, column.variant, year) : outcome::not_applicable;
}

/// An id in lines of at most `width` columns, broken behind hyphens where it can be.
std::vector<std::string> id_lines(std::string id, std::size_t width) {
    std::vector<std::string> lines;
    while (display_width(id) > width) {
        const std::string fitting = cut_to_width(id, width, "");
        const std::size_t hyphen = fitting.rfind('-');
        lines.push_back(hyphen == std::string::npos ? fitting : fitting.substr(0, hyphen + 1));
        id.erase(0, lines.back().size());
    }
    lines.push_back(std::move(id));
    return lines;
}

/// Writes the blocks of one year.
class YearBlocks {
public:
    YearBlocks(const Comparison& comparison, int year, const Style& style)
        : comparison_{comparison}, year_{year}, style_{style} {}

    [[nodiscard]] std::string text() const {
        std::vector<std::size_t> others;
        for (std::size_t i = 0; i < comparison_.columns.size(); ++i)
            if (i != comparison_.base) others.push_back(i);
        std::string all;
        std::size_t start = 0;
        do {
            const std::size_t end = std::min(start + others_per_block, others.size());
            std::vector<std::size_t> block{comparison_.base};
            block.insert(block.end(), others.begin() + static_cast<std::ptrdiff_t>(start),
                         others.begin() + static_cast<std::ptrdiff_t>(end));
            all += block_text(block) + scope_note(block) + '\n';
            start = end;
        } while (start < others.size());
        return all;
    }

private:
    static constexpr std::size_t others_per_block = 3;
    static constexpr std::size_t label_width = 34;

    /// Width that is left for each variant beside the metric's name.
    [[nodiscard]] std::size_t column_width(std::size_t columns) const {
        const auto width = static_cast<std::size_t>(style_.width);
        const std::size_t room = width > label_width ? width - label_width : 0;
        constexpr std::size_t gap = 2;
        return std::max<std::size_t>(room / columns, 10) - gap;
    }

    [[nodiscard]] std::string block_text(const std::vector<std::size_t>& block) const {
        std::vector<TextColumn> columns{{{std::to_string(year_)}, Align::left}};
        for (const std::size_t column : block)
            columns.push_back({header_of(column, column_width(block.size())), Align::right});
        TextTable table{std::move(columns)};
        for (const Figure& figure : figures())
            if (is_compared(figure, comparison_, year_)) add_figure(table, figure, block);
        return table.render(style_);
    }

    /// Names the variants of a block whose needs cannot fairly be compared with the base's.
    [[nodiscard]] std::string scope_note(const std::vector<std::size_t>& block) const {
        const VariantYear* base = comparison_.columns[comparison_.base].row(year_);
        std::vector<std::string> others;
        for (const std::size_t column : block) {
            const VariantYear* row = comparison_.columns[column].row(year_);
            if (base != nullptr && row != nullptr && !same_scope(*base, *row))
                others.push_back(printable(comparison_.columns[column].label));
        }
        if (others.empty()) return {};
        const std::string text =
            say(style_.language, "Achtung: anderer Umfang (Verwaltungen, Arbeitsplätze) als die Basis: {}.",
                "Caution: another scope (administrations, workplaces) than the base: {}.",
                enumeration(others, style_.language));
        return wrap(text, static_cast<std::size_t>(style_.width), 2) + '\n';
    }

    /// The file (if several are compared), the variant, and what the numbers below it refer to.
    [[nodiscard]] std::vector<std::string> header_of(std::size_t index, std::size_t width) const {
        const ComparedColumn& column = comparison_.columns[index];
        const std::string& variant = column.run->variants[column.variant].id;
        const std::string file = column.label.substr(0, column.label.size() - variant.size());
        std::vector<std::string> lines;
        if (!file.empty()) lines = id_lines(printable(file), width);
        for (std::string& line : id_lines(printable(variant), width)) lines.push_back(std::move(line));
        lines.push_back(index == comparison_.base ? say(style_.language, "(Basis)", "(base)")
                                                  : say(style_.language, "zur Basis", "to base"));
        return lines;
    }

    /// Values, and below them differences and a 95 % interval where there are any.
    void add_figure(TextTable& table, const Figure& figure, const std::vector<std::size_t>& block) const {
        const double base = value_of(figure.get, comparison_.columns[comparison_.base], year_);
        std::vector<TextCell> values;
        std::vector<TextCell> differences;
        std::vector<TextCell> intervals{
            TextCell{say(style_.language, "  95-%-Intervall", "  95 % interval")}};
        bool has_interval = false;
        for (const std::size_t index : block) {
            const ComparedColumn& column = comparison_.columns[index];
            const double here = value_of(figure.get, column, year_);
            const double low = value_of(figure.low, column, year_);
            values.emplace_back(value_text(figure, here, style_));
            differences.emplace_back(index == comparison_.base ? std::string{}
                                                               : difference_text(figure, here, base, style_));
            intervals.emplace_back(
                std::isnan(low) ? std::string{}
                                : fmt::format("{} - {}", short_number(low, style_),
                                              short_number(value_of(figure.high, column, year_), style_)));
            has_interval = has_interval || !std::isnan(low);
        }
        add_lines(table,
                  label_lines(figure.title(style_.language), unit_of(figure, style_.language), label_width),
                  values, differences);
        if (has_interval) table.add_row(std::move(intervals));
    }

    /// Rows of a label, with values beside its first line and differences, if any, beside its second.
    static void add_lines(TextTable& table, std::vector<std::string> label,
                          const std::vector<TextCell>& values, const std::vector<TextCell>& differences) {
        const bool differs = std::any_of(differences.begin(), differences.end(),
                                         [](const TextCell& cell) { return !cell.text.empty(); });
        label.resize(std::max<std::size_t>(label.size(), differs ? 2 : 1));
        for (std::size_t line = 0; line < label.size(); ++line) {
            std::vector<TextCell> cells{TextCell{label[line]}};
            const auto& numbers = line == 0 ? values : differences;
            if (line < 2) cells.insert(cells.end(), numbers.begin(), numbers.end());
            table.add_row(std::move(cells));
        }
    }

    const Comparison& comparison_;
    int year_;
    const Style& style_;
};

}  // namespace

namespace {

std::string points_text(const ScoreCriterion& one, std::size_t variant, const Style& style) {
    const std::string points = fixed_number(one.points[variant], 0, style);
    return fmt::format("{} ({})", points, value_text(*one.figure, one.values[variant], style));
}

std::string decided_by(const ScoreCard& card, const Style& style) {
    const std::string first = printable(card.labels[card.first()]);
    if (card.decisive.empty()) {
        return say(style.language, "{} führt, auch wenn eines der Kriterien wegfällt.",
                   "{} leads, without any one of the criteria as well.", first);
    }
    std::vector<std::string> names;
    for (const ScoreCriterion& one : card.criteria)
        if (std::find(card.decisive.begin(), card.decisive.end(), one.figure->name) != card.decisive.end())
            names.emplace_back(one.figure->title(style.language));
    return say(style.language, "{} führt nur mit: {}.", "{} leads only with: {}.", first,
               enumeration(names, style.language));
}

}  // namespace

std::string score_text(const ScoreCard& card, const Style& style) {
    constexpr std::size_t title_width = 14;
    constexpr std::size_t id_width = 20;
    std::vector<TextColumn> columns{{{std::to_string(card.year)}, Align::left},
                                    {{say(style.language, "Summe", "sum")}, Align::right}};
    for (const ScoreCriterion& one : card.criteria) {
        std::vector<std::string> title =
            label_lines(one.figure->title(style.language), unit_of(*one.figure, style.language), title_width);
        title.push_back(fixed_number(one.share * percent_per_one, 0, style) + " %");
        columns.push_back({std::move(title), Align::right});
    }
    TextTable table{std::move(columns)};
    std::vector<std::size_t> order(card.labels.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return card.sums[a] > card.sums[b]; });
    for (const std::size_t v : order) {
        const std::vector<std::string> id = id_lines(printable(card.labels[v]), id_width);
        std::vector<TextCell> cells{id.front(), fixed_number(card.sums[v], 1, style)};
        for (const ScoreCriterion& one : card.criteria) cells.emplace_back(points_text(one, v, style));
        table.add_row(std::move(cells));
        for (std::size_t line = 1; line < id.size(); ++line) table.add_row({TextCell{id[line]}});
    }
    std::vector<std::string> notes{decided_by(card, style)};
    if (!card.left_out.empty()) {
        notes.push_back(say(style.language, "Ohne Punkte, weil von anderem Umfang: {}.",
                            "Not scored, since of another scope: {}.",
                            enumeration(card.left_out, style.language)));
    }
    notes.push_back(say(style.language, "Punkte: 100 x bester Wert / eigener (Wert in Klammern), gewichtet.",
                        "Points: 100 x best value / own (value in brackets), weighted."));
    std::string text = table.render(style);
    for (const std::string& note : notes)
        text += wrap(printable(note), static_cast<std::size_t>(style.width), 2) + '\n';
    return text;
}

std::string compare_text(const Comparison& comparison, const Style& style) {
    std::string text;
    for (const int year : comparison.years) text += YearBlocks{comparison, year, style}.text();
    return text;
}

}  // namespace verbund::report
