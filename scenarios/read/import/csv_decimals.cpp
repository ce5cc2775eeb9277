#include "scenarios/read/import/csv_decimals.hpp"

#include <algorithm>
#include <optional>

namespace verbund::read {
namespace {

bool contains(const std::vector<std::string>& names, const std::string& name) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

/// The sign that a cell shows by itself.
DecimalSign shown_by(const std::string& cell, bool whole_cell) {
    const WrittenNumber number = number_at_start(cell);
    if (whole_cell && number.length != cell.size()) return DecimalSign::unstated;
    if (number.form == NumberForm::decimal_point) return DecimalSign::point;
    return number.form == NumberForm::decimal_comma ? DecimalSign::comma : DecimalSign::unstated;
}

}  // namespace

StatedSign decimal_sign_of(const CsvTable& table, const DecimalRules& rules) {
    if (rules.stated != DecimalSign::unstated) return {rules.stated, "", "", 0};
    std::optional<StatedSign> found;
    for (const CsvRecord& record : table.records) {
        for (std::size_t i = 0; i < record.cells.size(); ++i) {
            const std::string& column = table.header[i];
            if (!rules.numbers.empty() && !contains(rules.numbers, column)) continue;
            const DecimalSign sign = shown_by(record.cells[i], rules.numbers.empty());
            const bool pasted = sign == DecimalSign::point && contains(rules.coordinates, column);
            if (sign == DecimalSign::unstated || pasted) continue;
            if (found && found->sign != sign) return {};
            if (!found) found = StatedSign{sign, column, record.cells[i], record.line};
        }
    }
    return found.value_or(StatedSign{});
}

}  // namespace verbund::read
