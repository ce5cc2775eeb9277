#include "results/report/compare.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "models/base/diagnostics.hpp"
#include "results/report/lookup.hpp"
#include "results/report/numbers.hpp"
#include "results/report/text_table.hpp"
#include "results/report/text_width.hpp"

namespace verbund::report {
namespace {

using outcome::Metric;
using outcome::VariantYear;

std::vector<ComparedColumn> columns_of(const std::vector<LabelledRun>& runs) {
    std::vector<ComparedColumn> columns;
    for (const LabelledRun& labelled : runs) {
        for (std::size_t variant = 0; variant < labelled.run->variants.size(); ++variant) {
            const std::string& id = labelled.run->variants[variant].id;
            columns.push_back({runs.size() > 1 ? labelled.label + ":" + id : id, labelled.run, variant});
        }
    }
    return columns;
}

std::size_t find_base(const std::vector<ComparedColumn>& columns, const std::string& wanted) {
    if (wanted.empty()) {
        return base_index(*columns.front().run);
    }
    std::vector<std::string> labels;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        const ComparedColumn& column = columns[i];
        if (column.label == wanted || column.run->variants[column.variant].id == wanted) {
            return i;
        }
        labels.push_back(column.label);
    }
    throw RunFailed{
        fmt::format("no variant \"{}\" to compare with (there are: {})", wanted, fmt::join(labels, ", "))};
}

std::vector<int> find_years(const std::vector<ComparedColumn>& columns, const std::optional<int>& wanted) {
    const outcome::Run& first = *columns.front().run;
    if (!wanted) {
        return shown_years(first);
    }
    for (const ComparedColumn& column : columns) {
        if (column.row(*wanted) != nullptr) {
            return {*wanted};
        }
    }
    throw RunFailed{fmt::format("no results for {} (there are: {})", *wanted, fmt::join(first.years, ", "))};
}

std::string metric_label(const Metric<VariantYear>& metric, const Style& style) {
    const std::string_view name = style.language == Language::german ? metric.label_de : metric.long_name;
    const std::string_view unit = display_unit(metric.unit);
    return unit.empty() ? std::string{name} : fmt::format("{} [{}]", name, unit);
}

double value_of(const Metric<VariantYear>& metric, const VariantYear* row) {
    return row == nullptr ? outcome::not_applicable : metric.get(*row);
}

/// Writes the blocks of one year.
class YearBlocks {
public:
    YearBlocks(const Comparison& comparison, int year, const Style& style)
        : comparison_{comparison}, year_{year}, style_{style} {}

    [[nodiscard]] std::string text() const {
        std::vector<std::size_t> others;
        for (std::size_t i = 0; i < comparison_.columns.size(); ++i) {
            if (i != comparison_.base) {
                others.push_back(i);
            }
        }
        std::string all;
        std::size_t start = 0;
        do {
            const std::size_t end = std::min(start + others_per_block, others.size());
            std::vector<std::size_t> block{comparison_.base};
            block.insert(block.end(), others.begin() + static_cast<std::ptrdiff_t>(start),
                         others.begin() + static_cast<std::ptrdiff_t>(end));
            all += block_text(block) + '\n';
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
        for (const std::size_t column : block) {
            columns.push_back({header_of(column, column_width(block.size())), Align::right});
        }
        TextTable table{std::move(columns)};
        for (const Metric<VariantYear>& metric : outcome::summary_metrics()) {
            add_metric(table, metric, block);
        }
        return table.render(style_);
    }

    /// The file (if several are compared), the variant, and what the numbers below it refer to.
    [[nodiscard]] std::vector<std::string> header_of(std::size_t index, std::size_t width) const {
        const ComparedColumn& column = comparison_.columns[index];
        const std::string& variant = column.run->variants[column.variant].id;
        const std::string file = column.label.substr(0, column.label.size() - variant.size());
        const std::string_view mark = style_.unicode ? "\u2026" : "~";
        std::vector<std::string> lines;
        if (!file.empty()) {
            lines.push_back(cut_to_width(printable(file), width, mark));
        }
        lines.push_back(cut_to_width(printable(variant), width, mark));
        lines.push_back(index == comparison_.base ? say(style_.language, "(Basis)", "(base)")
                                                  : say(style_.language, "zur Basis", "to base"));
        return lines;
    }

    void add_metric(TextTable& table, const Metric<VariantYear>& metric,
                    const std::vector<std::size_t>& block) const {
        const double base = value(metric, comparison_.base);
        std::vector<TextCell> values{TextCell{
            cut_to_width(metric_label(metric, style_), label_width, style_.unicode ? "\u2026" : "~")}};
        std::vector<TextCell> differences{TextCell{""}};
        bool differs = false;
        for (const std::size_t column : block) {
            const double here = value(metric, column);
            values.emplace_back(short_number(here, style_));
            const bool is_other = column != comparison_.base && here != base && !std::isnan(here - base);
            differences.emplace_back(is_other ? difference(here, base) : std::string{});
            differs = differs || is_other;
        }
        table.add_row(std::move(values));
        if (differs) {
            table.add_row(std::move(differences));
        }
    }

    [[nodiscard]] double value(const Metric<VariantYear>& metric, std::size_t column) const {
        return value_of(metric, comparison_.columns[column].row(year_));
    }

    [[nodiscard]] std::string difference(double here, double base) const {
        const std::string absolute = signed_number(here - base, style_);
        return base == 0.0 ? absolute
                           : fmt::format("{} ({})", absolute, signed_percent(here - base, base, style_));
    }

    const Comparison& comparison_;
    int year_;
    const Style& style_;
};

}  // namespace

const VariantYear* ComparedColumn::row(int year) const {
    const auto index = year_index(*run, year);
    return index ? &run->summary.at(run->summary_index(variant, *index)) : nullptr;
}

Comparison make_comparison(const std::vector<LabelledRun>& runs, const CompareOptions& options) {
    std::vector<ComparedColumn> columns = columns_of(runs);
    if (columns.empty()) {
        throw RunFailed{"nothing to compare: the results hold no variant"};
    }
    const std::size_t base = find_base(columns, options.base);
    std::vector<int> years = find_years(columns, options.year);
    return {std::move(columns), base, std::move(years)};
}

std::string compare_text(const Comparison& comparison, const Style& style) {
    std::string text;
    for (const int year : comparison.years) {
        text += YearBlocks{comparison, year, style}.text();
    }
    return text;
}

}  // namespace verbund::report
