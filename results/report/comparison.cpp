#include "results/report/comparison.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "models/base/diagnostics.hpp"
#include "results/report/lookup.hpp"

namespace verbund::report {
namespace {

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
    if (wanted.empty()) return base_index(*columns.front().run);
    std::vector<std::string> labels;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        const ComparedColumn& column = columns[i];
        if (column.label == wanted || column.run->variants[column.variant].id == wanted) return i;
        labels.push_back(column.label);
    }
    throw RunFailed{
        fmt::format("no variant \"{}\" to compare with (there are: {})", wanted, fmt::join(labels, ", "))};
}

std::vector<int> find_years(const std::vector<ComparedColumn>& columns, const std::optional<int>& wanted) {
    const outcome::Run& first = *columns.front().run;
    if (!wanted) return shown_years(first);
    for (const ComparedColumn& column : columns)
        if (column.row(*wanted) != nullptr) return {*wanted};
    throw RunFailed{fmt::format("no results for {} (there are: {})", *wanted, fmt::join(first.years, ", "))};
}

}  // namespace

bool is_compared(const Figure& figure, const Comparison& comparison, int year) {
    return figure.always || std::any_of(
                                comparison.columns.begin(), comparison.columns.end(),
                                [&](const auto& column) {
                                    return !std::isnan(figure.get(*column.run, column.variant, year));
                                });
}

const outcome::VariantYear* ComparedColumn::row(int year) const {
    const auto index = year_index(*run, year);
    return index ? &run->summary.at(run->summary_index(variant, *index)) : nullptr;
}

Comparison make_comparison(const std::vector<LabelledRun>& runs, const CompareOptions& options) {
    std::vector<ComparedColumn> columns = columns_of(runs);
    if (columns.empty()) throw RunFailed{"nothing to compare: the results hold no variant"};
    const std::size_t base = find_base(columns, options.base);
    std::vector<int> years = find_years(columns, options.year);
    return {std::move(columns), base, std::move(years)};
}

}  // namespace verbund::report
