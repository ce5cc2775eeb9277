#pragma once

#include <optional>
#include <string>
#include <vector>

#include "models/catalog/columns.hpp"

/// Rows and columns of the tables as text, for whoever shows them.
namespace verbund::catalog {

/// A column and what it may hold.
struct ColumnFacts {
    std::string name;
    std::string unit;
    std::string text;
    std::optional<Between> limits;   ///< of a number
    std::vector<std::string> words;  ///< of a choice
};

/// A cell as it would be written in the table.
struct Cell {
    ColumnFacts column;
    std::string value;    ///< empty where the row has none
    bool quotes = false;  ///< a text, not a number or a word for true and false
};

/// Collects the cells of a row.
class CellCollector : public Columns {
public:
    void text(const Column& column, const TextRule& rule, std::string& value) override;
    void whole(const Column& column, Between limits, int& value) override;
    void number(const Column& column, Between limits, double& value) override;
    void number_or(const Column& column, Between limits, double& value, double fallback) override;
    void flag(const Column& column, bool& value) override;
    void word(const Column& column, std::span<const std::string_view> words, std::size_t& index) override;
    void unused(const Column& column, Between limits) override;

    [[nodiscard]] std::vector<Cell> take() { return std::move(cells_); }

private:
    Cell& add(const Column& column, std::string value);

    std::vector<Cell> cells_;
};

/// The cells of a row, in the order of the table, `evidence` and `source` included.
template <class Row>
[[nodiscard]] std::vector<Cell> cells_of(Row row) {
    CellCollector collector;
    describe(collector, row);
    return collector.take();
}

/// The numbers of a row with their units: "a0 0.035, a1 0.02, a2 0.03".
[[nodiscard]] std::string numbers_text(const std::vector<Cell>& cells);

}  // namespace verbund::catalog
