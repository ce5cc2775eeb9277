#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "models/catalog/columns.hpp"
#include "scenarios/read/import/csv_reader.hpp"

/// Cells of a catalog table as the members of a row, each held against the limits of its column.
namespace verbund::read {

/// Moves mistakes and notes.
void pass_on(Diagnostics& from, Diagnostics& to);

/// Reads one row; a cell that cannot be read or lies outside its limits is noted once.
class CatalogRow : public catalog::Columns {
public:
    /// `noted` takes the mistakes of `row`, which must have been made with `cell_mistakes`.
    CatalogRow(CsvReader& row, Diagnostics& cell_mistakes, Diagnostics& noted)
        : row_{row}, cell_mistakes_{cell_mistakes}, noted_{noted} {}

    void text(const catalog::Column& column, const catalog::TextRule& rule, std::string& value) override;
    void whole(const catalog::Column& column, catalog::Between limits, int& value) override;
    void number(const catalog::Column& column, catalog::Between limits, double& value) override;
    void number_or(const catalog::Column& column, catalog::Between limits, double& value,
                   double fallback) override;
    void flag(const catalog::Column& column, bool& value) override;
    void word(const catalog::Column& column, std::span<const std::string_view> words,
              std::size_t& index) override;
    void unused(const catalog::Column& column, catalog::Between limits) override;

    /// Whether every cell so far could be read and lies within its limits.
    [[nodiscard]] bool sound() const noexcept { return sound_; }

private:
    /// Passes on what reading the last cell noted; true when that was nothing and the column exists.
    bool read_well(std::string_view column);
    void check_limits(const catalog::Column& column, catalog::Between limits, double value);
    void refuse(std::string_view column, std::string problem, std::string remedy);

    CsvReader& row_;
    Diagnostics& cell_mistakes_;
    Diagnostics& noted_;
    bool sound_ = true;
    bool knows_kind_ = true;  ///< the last word of the row could be read
};

}  // namespace verbund::read
