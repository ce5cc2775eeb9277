#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace verbund::read {

/// A row of a sheet as texts.
struct SheetRow {
    std::size_t number = 0;  ///< as the sheet counts
    std::vector<std::string> cells;
};

/// The rows of the sheet of that name, else of the first visible one, as wide as the widest (Office Open XML,
/// ISO/IEC 29500).
///
/// Numbers are written with a decimal point and one reading, truth as true and false, dates as the days that
/// the sheet stores.  Throws `InvalidInput` for a damaged workbook and for a sheet of more than four million
/// cells.
[[nodiscard]] std::vector<SheetRow> sheet_rows(std::string_view bytes, const std::string& file,
                                               std::string_view sheet = {});

}  // namespace verbund::read
