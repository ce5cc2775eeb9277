#include "scenarios/read/catalog_row.hpp"

#include <algorithm>
#include <utility>

#include <fmt/ranges.h>

namespace verbund::read {

void pass_on(Diagnostics& from, Diagnostics& to) {
    for (const Diagnostic& mistake : from.sorted()) to.add(mistake);
    for (const Diagnostic& assumed : from.notes()) to.note(assumed);
    from = {};
}

bool CatalogRow::read_well(std::string_view column) {
    if (cell_mistakes_.empty()) return row_.has(column);
    pass_on(cell_mistakes_, noted_);
    sound_ = false;
    return false;
}

void CatalogRow::refuse(std::string_view column, std::string problem, std::string remedy) {
    row_.mistake(column, std::move(problem), std::move(remedy));
    read_well(column);
}

void CatalogRow::check_limits(const catalog::Column& column, catalog::Between limits, double value) {
    if (!read_well(column.name) || (value >= limits.low && value <= limits.high)) return;
    const std::string unit = column.unit.empty() ? "" : fmt::format(" {}", column.unit);
    refuse(column.name, fmt::format("{} is out of range ({} to {}{})", value, limits.low, limits.high, unit),
           fmt::format("Check the value ({}).", column.text));
}

void CatalogRow::text(const catalog::Column& column, const catalog::TextRule& rule, std::string& value) {
    value = rule.optional ? row_.text(column.name) : row_.name(column.name);
    if (!read_well(column.name)) return;
    if (rule.digits > 0 &&
        (value.size() != rule.digits || value.find_first_not_of("0123456789") != std::string::npos)) {
        refuse(column.name, fmt::format("\"{}\" is no key of {} digits", value, rule.digits),
               "Keep leading zeros (format the column as text).");
    }
    const bool known = std::find(rule.words.begin(), rule.words.end(), value) != rule.words.end();
    if (!rule.words.empty() && !known) {
        refuse(column.name, fmt::format("\"{}\" is not known", value),
               fmt::format("Write one of: {}.", fmt::join(rule.words, ", ")));
    }
}

void CatalogRow::whole(const catalog::Column& column, catalog::Between limits, int& value) {
    value = row_.integer(column.name);
    check_limits(column, limits, value);
}

void CatalogRow::number(const catalog::Column& column, catalog::Between limits, double& value) {
    value = row_.number(column.name);
    check_limits(column, limits, value);
}

void CatalogRow::number_or(const catalog::Column& column, catalog::Between limits, double& value,
                           double fallback) {
    value = fallback;
    if (row_.has(column.name))
        number(column, limits, value);
    else
        row_.note_missing(column.name,
                          fmt::format("column is missing; {}{}{} holds in all rows ({})", fallback,
                                      column.unit.empty() ? "" : " ", column.unit, column.text));
}

void CatalogRow::flag(const catalog::Column& column, bool& value) {
    value = row_.boolean(column.name);
    read_well(column.name);
}

void CatalogRow::word(const catalog::Column& column, std::span<const std::string_view> words,
                      std::size_t& index) {
    index = row_.choice(column.name, {words.begin(), words.end()});
    knows_kind_ = read_well(column.name);
    if (!knows_kind_) index = words.size();
}

void CatalogRow::unused(const catalog::Column& column, catalog::Between /*limits*/) {
    if (!row_.has(column.name) || !knows_kind_) return;
    const std::string text = row_.text(column.name);
    if (text.empty()) return;
    refuse(column.name, fmt::format("\"{}\" has no meaning in a row of this kind ({})", text, column.text),
           "Leave the cell empty.");
}

}  // namespace verbund::read
