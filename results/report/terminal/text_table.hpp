#pragma once

#include <string>
#include <vector>

#include "results/report/style.hpp"

/// Aligned tables for a terminal.
namespace verbund::report {

/// Where a cell's text stands in its column.
enum class Align { left, right };
/// How a cell stands out.
enum class Emphasis { none, warning };

/// A cell and how it looks.
struct TextCell {
    TextCell(std::string cell_text,
             Emphasis cell_emphasis = Emphasis::none)  // NOLINT: rows read as lists of texts
        : text{std::move(cell_text)}, emphasis{cell_emphasis} {}
    std::string text;
    Emphasis emphasis;
};

/// A column's heading, in as many lines as it takes.
struct TextColumn {
    std::vector<std::string> header;  ///< lines, shown bottom-aligned
    Align align = Align::right;
};

/// A column named in both languages; the English header is the German one where it is left out.
struct ColumnNames {
    std::vector<std::string> german;
    std::vector<std::string> english{};
    Align align = Align::right;
};

[[nodiscard]] std::vector<TextColumn> columns_in(Language language, const std::vector<ColumnNames>& names);

/// Columns are as wide as their widest cell; the last one is cut to what the style's width leaves.  Cells are
/// made printable (see text_width.hpp), so names from studies cannot disturb the terminal.
class TextTable {
public:
    explicit TextTable(std::vector<TextColumn> columns);
    void add_row(std::vector<TextCell> cells);
    [[nodiscard]] std::string render(const Style& style) const;

private:
    [[nodiscard]] std::vector<std::size_t> column_widths(const Style& style) const;

    std::vector<TextColumn> columns_;
    std::vector<std::vector<TextCell>> rows_;
};

}  // namespace verbund::report
