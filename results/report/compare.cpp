#include "results/report/compare.hpp"

#include <algorithm>
#include <cmath>
#include <sstream>

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

constexpr double percent_per_one = 100.0;

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

/// A metric as a table shows it: euros in millions and shares in percent, so that numbers stay short.
struct Shown {
    std::string_view unit;
    double factor = 1.0;
};

Shown shown(const Metric<VariantYear>& metric, Language language) {
    if (metric.unit == "EUR") {
        return {language == Language::german ? "Mio. EUR" : "EUR m", 1e-6};
    }
    if (metric.name == "utilisation_mean" || metric.name == "latency_over_limit_share") {
        return {"%", 100.0};
    }
    return {display_unit(metric.unit), 1.0};
}

/// The label with its unit in as many lines as it takes.
std::vector<std::string> label_lines(std::string_view name, std::string_view unit, std::size_t width) {
    std::istringstream text{
        wrap(unit.empty() ? std::string{name} : fmt::format("{} [{}]", name, unit), width, 2)};
    std::vector<std::string> lines;
    for (std::string line; std::getline(text, line);) {
        lines.push_back(line);
    }
    return lines;
}

std::string_view unit_of(const EngineMetric& metric) {
    using Kind = EngineMetric::Kind;
    if (metric.kind == Kind::recovery || metric.kind == Kind::loss) {
        return {};  // times say their unit
    }
    return metric.kind == Kind::share ? std::string_view{"%"} : display_unit(metric.unit);
}

std::string value_text(const EngineMetric& metric, double value, const Style& style) {
    using Kind = EngineMetric::Kind;
    if (std::isinf(value)) {
        value = outcome::not_applicable;
        return metric.kind == Kind::loss ? loss_text(value, style) : recovery_text(value, style);
    }
    switch (metric.kind) {
        case Kind::recovery:
        case Kind::loss:
            return time_text(value, style);
        case Kind::share:
            return short_number(percent_per_one * value, style);
        case Kind::grade:
            return value < 0.0 ? "< 0" : short_number(value, style);
        default:
            return short_number(value, style);
    }
}

/// Absolute, and in percent where that means something; empty where nothing differs.
std::string difference_text(const EngineMetric& metric, double here, double base, const Style& style) {
    using Kind = EngineMetric::Kind;
    const double difference = here - base;
    if (!std::isfinite(difference) || difference == 0.0) {
        return {};
    }
    switch (metric.kind) {
        case Kind::recovery:
        case Kind::loss:
            return (difference > 0.0 ? "+" : "-") + time_text(std::abs(difference), style);
        case Kind::share:
            return signed_number(percent_per_one * difference, style);
        case Kind::grade:
        case Kind::count:
            return signed_number(difference, style);
        default: {
            const std::string absolute = signed_number(difference, style);
            return base == 0.0 ? absolute
                               : fmt::format("{} ({})", absolute, signed_percent(difference, base, style));
        }
    }
}

double value_of(const EngineMetric::Get get, const ComparedColumn& column, int year) {
    return get == nullptr ? outcome::not_applicable : get(*column.run, column.variant, year);
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
        for (const std::size_t column : block) {
            columns.push_back({header_of(column, column_width(block.size())), Align::right});
        }
        TextTable table{std::move(columns)};
        for (const Metric<VariantYear>& metric : outcome::summary_metrics()) {
            add_metric(table, metric, block);
        }
        for (const EngineMetric& metric : engine_metrics()) {
            if (is_compared(metric, comparison_, year_)) {
                add_engine_metric(table, metric, block);
            }
        }
        return table.render(style_);
    }

    /// Names the variants of a block whose needs cannot fairly be compared with the base's.
    [[nodiscard]] std::string scope_note(const std::vector<std::size_t>& block) const {
        const VariantYear* base = comparison_.columns[comparison_.base].row(year_);
        std::vector<std::string> others;
        for (const std::size_t column : block) {
            const VariantYear* row = comparison_.columns[column].row(year_);
            if (base != nullptr && row != nullptr && !same_scope(*base, *row)) {
                others.push_back(printable(comparison_.columns[column].label));
            }
        }
        if (others.empty()) {
            return {};
        }
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
        if (!file.empty()) {
            lines = id_lines(printable(file), width);
        }
        for (std::string& line : id_lines(printable(variant), width)) {
            lines.push_back(std::move(line));
        }
        lines.push_back(index == comparison_.base ? say(style_.language, "(Basis)", "(base)")
                                                  : say(style_.language, "zur Basis", "to base"));
        return lines;
    }

    void add_metric(TextTable& table, const Metric<VariantYear>& metric,
                    const std::vector<std::size_t>& block) const {
        const double base = value(metric, comparison_.base);
        const std::string_view name =
            style_.language == Language::german ? metric.label_de : metric.long_name;
        std::vector<TextCell> values;
        std::vector<TextCell> differences;
        for (const std::size_t column : block) {
            const double here = value(metric, column);
            values.emplace_back(short_number(here, style_));
            differences.emplace_back(column == comparison_.base ? std::string{} : difference(here, base));
        }
        add_lines(table, label_lines(name, shown(metric, style_.language).unit, label_width), values,
                  differences);
    }

    /// Values, and below them differences and a 95 % interval where there are any.
    void add_engine_metric(TextTable& table, const EngineMetric& metric,
                           const std::vector<std::size_t>& block) const {
        const double base = value_of(metric.get, comparison_.columns[comparison_.base], year_);
        std::vector<TextCell> values;
        std::vector<TextCell> differences;
        std::vector<TextCell> intervals{
            TextCell{say(style_.language, "  95-%-Intervall", "  95 % interval")}};
        bool has_interval = false;
        for (const std::size_t index : block) {
            const ComparedColumn& column = comparison_.columns[index];
            const double here = value_of(metric.get, column, year_);
            const double low = value_of(metric.low, column, year_);
            values.emplace_back(value_text(metric, here, style_));
            differences.emplace_back(index == comparison_.base ? std::string{}
                                                               : difference_text(metric, here, base, style_));
            intervals.emplace_back(
                std::isnan(low) ? std::string{}
                                : fmt::format("{} - {}", short_number(low, style_),
                                              short_number(value_of(metric.high, column, year_), style_)));
            has_interval = has_interval || !std::isnan(low);
        }
        const std::string_view name = style_.language == Language::german ? metric.label_de : metric.label_en;
        add_lines(table, label_lines(name, unit_of(metric), label_width), values, differences);
        if (has_interval) {
            table.add_row(std::move(intervals));
        }
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
            if (line < 2) {
                cells.insert(cells.end(), numbers.begin(), numbers.end());
            }
            table.add_row(std::move(cells));
        }
    }

    [[nodiscard]] double value(const Metric<VariantYear>& metric, std::size_t column) const {
        return shown(metric, style_.language).factor *
               value_of(metric, comparison_.columns[column].row(year_));
    }

    /// Absolute and in percent; empty where there is none, or none that rounding leaves.
    [[nodiscard]] std::string difference(double here, double base) const {
        if (std::isnan(here - base) || here == base) {
            return {};
        }
        std::string absolute = signed_number(here - base, style_);
        const std::string percent = signed_percent(here - base, base, style_);
        if (base == 0.0) {
            return absolute;
        }
        return percent == "0 %" ? std::string{} : fmt::format("{} ({})", absolute, percent);
    }

    const Comparison& comparison_;
    int year_;
    const Style& style_;
};

}  // namespace

bool is_compared(const EngineMetric& metric, const Comparison& comparison, int year) {
    return std::any_of(comparison.columns.begin(), comparison.columns.end(), [&](const auto& column) {
        return !std::isnan(metric.get(*column.run, column.variant, year));
    });
}

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
