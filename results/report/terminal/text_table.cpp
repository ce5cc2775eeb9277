#include "results/report/terminal/text_table.hpp"

#include <algorithm>
#include <numeric>

#include "results/report/text_width.hpp"

namespace verbund::report {
namespace {

constexpr std::size_t wide_gap = 2;
constexpr std::size_t narrow_gap = 1;
constexpr std::size_t smallest_last_column = 8;

std::size_t total(const std::vector<std::size_t>& widths, std::size_t gap) {
    return std::accumulate(widths.begin(), widths.end(), gap * (widths.size() - 1));
}

std::size_t gap_for(const std::vector<std::size_t>& widths, const Style& style) {
    return total(widths, wide_gap) <= static_cast<std::size_t>(style.width) ? wide_gap : narrow_gap;
}

std::string padded(const std::string& text, std::size_t width, Align align) {
    const std::size_t used = display_width(text);
    const std::string blanks(width > used ? width - used : 0, ' ');
    return align == Align::left ? text + blanks : blanks + text;
}

std::string coloured(std::string text, Emphasis emphasis, const Style& style) {
    if (!style.colour || emphasis == Emphasis::none) return text;
    return "\x1b[33m" + text + "\x1b[0m";
}

void end_line(std::string& text) {
    text.erase(text.find_last_not_of(' ') + 1);
    text += '\n';
}

}  // namespace

std::vector<TextColumn> columns_in(Language language, const std::vector<ColumnNames>& names) {
    std::vector<TextColumn> columns;
    for (const ColumnNames& name : names) {
        const bool is_german = language == Language::german || name.english.empty();
        columns.push_back({is_german ? name.german : name.english, name.align});
    }
    return columns;
}

TextTable::TextTable(std::vector<TextColumn> columns) : columns_{std::move(columns)} {}

void TextTable::add_row(std::vector<TextCell> cells) {
    for (TextCell& cell : cells) cell.text = printable(cell.text);
    cells.resize(columns_.size(), TextCell{""});
    rows_.push_back(std::move(cells));
}

std::vector<std::size_t> TextTable::column_widths(const Style& style) const {
    std::vector<std::size_t> widths(columns_.size(), 0);
    for (std::size_t i = 0; i < columns_.size(); ++i) {
        for (const std::string& line : columns_[i].header)
            widths[i] = std::max(widths[i], display_width(line));
        for (const auto& row : rows_) widths[i] = std::max(widths[i], display_width(row[i].text));
    }
    const auto limit = static_cast<std::size_t>(style.width);
    const std::size_t all = total(widths, gap_for(widths, style));
    if (all > limit && !widths.empty()) {
        const std::size_t excess = all - limit;
        const std::size_t last = widths.back();
        widths.back() = std::max(std::min(last, smallest_last_column), last > excess ? last - excess : 0);
    }
    return widths;
}

std::string TextTable::render(const Style& style) const {
    const std::vector<std::size_t> widths = column_widths(style);
    const std::string gap(gap_for(widths, style), ' ');
    std::string text;
    std::size_t header_lines = 0;
    for (const TextColumn& column : columns_) header_lines = std::max(header_lines, column.header.size());
    for (std::size_t line = 0; line < header_lines; ++line) {
        for (std::size_t i = 0; i < columns_.size(); ++i) {
            const std::size_t above = header_lines - columns_[i].header.size();
            const std::string part = line < above ? std::string{} : columns_[i].header[line - above];
            const std::string fitted = cut_to_width(part, widths[i], style.unicode ? "\u2026" : "~");
            text += (i == 0 ? "" : gap) + padded(fitted, widths[i], columns_[i].align);
        }
        end_line(text);
    }
    text +=
        std::string(std::min(total(widths, gap.size()), static_cast<std::size_t>(style.width)), '-') + '\n';
    for (const auto& row : rows_) {
        for (std::size_t i = 0; i < columns_.size(); ++i) {
            const std::string fitted = cut_to_width(row[i].text, widths[i], style.unicode ? "\u2026" : "~");
            const bool is_last = i + 1 == columns_.size();
            const std::string cell = is_last && columns_[i].align == Align::left
                                         ? fitted
                                         : padded(fitted, widths[i], columns_[i].align);
            text += (i == 0 ? "" : gap) + coloured(cell, row[i].emphasis, style);
        }
        end_line(text);
    }
    return text;
}

}  // namespace verbund::report
