#include "models/catalog/row_cells.hpp"

#include <utility>

#include <fmt/format.h>

namespace verbund::catalog {

Cell& CellCollector::add(const Column& column, std::string value) {
    cells_.push_back({{std::string{column.name}, std::string{column.unit}, std::string{column.text}, {}, {}},
                      std::move(value),
                      false});
    return cells_.back();
}

void CellCollector::text(const Column& column, const TextRule& rule, std::string& value) {
    Cell& cell = add(column, value);
    cell.quotes = true;
    cell.column.words.assign(rule.words.begin(), rule.words.end());
}

void CellCollector::whole(const Column& column, Between limits, int& value) {
    add(column, std::to_string(value)).column.limits = limits;
}

void CellCollector::number(const Column& column, Between limits, double& value) {
    add(column, fmt::format("{}", value)).column.limits = limits;
}

void CellCollector::number_or(const Column& column, Between limits, double& value, double /*fallback*/) {
    number(column, limits, value);
}

void CellCollector::flag(const Column& column, bool& value) {
    add(column, value ? "true" : "false").column.words = {"true", "false"};
}

void CellCollector::word(const Column& column, std::span<const std::string_view> words, std::size_t& index) {
    Cell& cell = add(column, std::string{words[index]});
    cell.quotes = true;
    cell.column.words.assign(words.begin(), words.end());
}

void CellCollector::unused(const Column& column, Between limits) { add(column, "").column.limits = limits; }

std::string numbers_text(const std::vector<Cell>& cells) {
    std::string text;
    for (const Cell& cell : cells) {
        if (!cell.column.limits || cell.value.empty()) continue;
        text += fmt::format("{}{} {}{}{}", text.empty() ? "" : ", ", cell.column.name, cell.value,
                            cell.column.unit.empty() ? "" : " ", cell.column.unit);
    }
    return text;
}

}  // namespace verbund::catalog
