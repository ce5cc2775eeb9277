#include <algorithm>
#include <optional>
#include <set>

#include "models/catalog/figure_rules.hpp"
#include "scenarios/read/catalog_checks.hpp"
#include "scenarios/read/catalog_reader.hpp"

namespace verbund::read {
namespace {

std::vector<std::string> read_ids() {
    std::vector<std::string> ids;
    for (const catalog::FigureRule& rule : catalog::figure_rules()) ids.emplace_back(rule.id);
    return ids;
}

/// The cell's value when it is of the rule's kind and within its limits; notes the mistake otherwise.
std::optional<double> value_of(const catalog::FigureRule& rule, std::string_view column,
                               const std::string& text, std::size_t row, TableReport& report) {
    const Parsed<double> parsed = rule.read(text, PointMeaning::decimal);
    if (!parsed) {
        report.at_row(row, column, parsed.problem.problem, parsed.problem.remedy);
        return std::nullopt;
    }
    if (catalog::within(rule, *parsed.value)) return parsed.value;
    report.at_row(
        row, column,
        fmt::format("\"{}\" of \"{}\" is out of range ({} to {})", text, rule.id, rule.low, rule.high),
        "Check the value and its unit.");
    return std::nullopt;
}

/// A figure beside its own range would be a slip of the pen.
void check_range(const catalog::FigureRule& rule, const catalog::Figure& figure, std::size_t row,
                 TableReport& report) {
    const auto value = value_of(rule, "value", figure.value, row, report);
    const auto end = [&](std::string_view column, const std::string& text) {
        return text.empty() ? std::nullopt : value_of(rule, column, text, row, report);
    };
    const auto low = end("low", figure.low);
    const auto high = end("high", figure.high);
    if (!value || ((!low || *low <= *value) && (!high || *value <= *high))) return;
    report.at_row(row, "value",
                  fmt::format("\"{}\" of \"{}\" does not lie between its low and high end (\"{}\", \"{}\")",
                              figure.value, figure.id, figure.low, figure.high),
                  "Correct the value or its range.");
}

}  // namespace

void check_table(const std::vector<catalog::Figure>& rows, TableReport& report) {
    std::set<std::string> unread;
    for (const UnreadFigure& figure : unread_figures()) unread.insert(figure.figure);
    std::set<std::string> missing;
    for (const std::string& id : read_ids()) missing.insert(id);
    for (const catalog::Figure& figure : rows) missing.erase(figure.id);

    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (const catalog::FigureRule* rule = catalog::figure_rule(rows[i].id)) {
            check_range(*rule, rows[i], i, report);
        } else if (!unread.contains(rows[i].id)) {
            const std::string meant = nearest_word(rows[i].id, {missing.begin(), missing.end()});
            missing.erase(meant);
            report.at_row(i, "id", fmt::format("no model reads a figure \"{}\"", rows[i].id),
                          meant.empty()
                              ? "Remove the row; `verbund catalog figures` lists those that are read."
                              : fmt::format("Did you mean \"{}\"?", meant));
        }
    }
    for (const std::string& id : missing) {
        report.at_table(fmt::format("figure \"{}\" is missing (the run needs it: {})", id,
                                    catalog::figure_rule(id)->kind),
                        "Copy its row from the built-in table; `verbund catalog figures` prints it.");
    }
}

}  // namespace verbund::read
