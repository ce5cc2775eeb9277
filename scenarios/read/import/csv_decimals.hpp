#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "models/base/number_text.hpp"
#include "scenarios/read/import/csv.hpp"

namespace verbund::read {

/// What is known of a table's decimal sign beforehand.
struct DecimalRules {
    DecimalSign stated = DecimalSign::unstated;  ///< by an option
    std::string option;                          ///< how to state it, e.g. "--decimal comma"
    std::vector<std::string> numbers;            ///< columns whose cells may show the sign; empty = all
    /// Of these, columns of coordinates: people paste them from maps, which write points, into tables with
    /// commas, so that only a comma tells anything there.
    std::vector<std::string> coordinates;
};

/// Decimal sign of a table, and the cell that shows it.
struct StatedSign {
    DecimalSign sign = DecimalSign::unstated;
    std::string column;    ///< empty: stated by an option, or not at all
    std::string text;      ///< of the cell
    std::size_t line = 0;  ///< of the cell
};

/// The stated sign, else the one that the first cell with a single reading shows; unstated when there is
/// none, or when some cells have a decimal comma and others a decimal point.
[[nodiscard]] StatedSign decimal_sign_of(const CsvTable& table, const DecimalRules& rules);

}  // namespace verbund::read
