#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "models/base/diagnostics.hpp"
#include "models/base/number_text.hpp"
#include "models/base/quantity_text.hpp"
#include "scenarios/read/import/csv.hpp"
#include "scenarios/read/import/csv_decimals.hpp"

namespace verbund::read {

/// What a reader knows of a table before its first cell.
struct CsvRules {
    DecimalRules decimals;
    bool other_columns = false;  ///< columns that nothing asks for are left out and noted, not refused
};

/// Typed access to a table's cells by column name; notes every mistake and remembers which columns were asked
/// for.
///
/// A cell that cannot be read yields nothing (or a zero value) after the mistake is noted, so that all
/// mistakes of a table show at once.  Noted once a table: what had to be assumed, such as a decimal comma.
class CsvReader {
public:
    CsvReader(const CsvTable& table, Diagnostics& mistakes, CsvRules rules = {});

    /// Moves to the next record; false after the last.
    bool next();

    [[nodiscard]] bool has(std::string_view column);
    [[nodiscard]] std::string text(std::string_view column);  ///< may be empty
    [[nodiscard]] std::string name(std::string_view column);  ///< must not be empty
    [[nodiscard]] double number(std::string_view column);     ///< finite; "1.500" has a decimal point
    [[nodiscard]] int integer(std::string_view column);
    /// A number within limits; one with two readings is refused where the larger one may be meant.
    [[nodiscard]] std::optional<double> number_within(std::string_view column, double least, double most);
    /// The same for a whole number; `why` explains the limits.
    [[nodiscard]] std::optional<int> integer_within(std::string_view column, int least, int most,
                                                    std::string_view why = {});
    /// A quantity with its unit.
    template <class Q>
    [[nodiscard]] std::optional<Q> quantity(std::string_view column);
    [[nodiscard]] bool boolean(std::string_view column);  ///< true or false, also as German words
    /// Index of the cell among `words`.
    [[nodiscard]] std::size_t choice(std::string_view column, const std::vector<std::string>& words);
    /// Key of a federal state, "01" to "16"; a lost leading zero is put back.
    [[nodiscard]] std::optional<std::string> state(std::string_view column);

    /// Notes a mistake at the current record.
    void mistake(std::string_view column, std::string problem, std::string remedy);
    /// Notes once that a column which may be missing is, and what holds instead.
    void note_missing(std::string_view column, std::string what);
    [[nodiscard]] std::size_t line() const { return record_->line; }
    /// Notes every column that is missing or that nothing asked for, with the nearest one that was.
    void finish();

private:
    [[nodiscard]] const std::string* cell(std::string_view column);
    [[nodiscard]] const std::string* filled_cell(std::string_view column);
    [[nodiscard]] std::optional<double> finite_number(std::string_view column, double most);
    [[nodiscard]] std::optional<int> whole_number(std::string_view column);
    [[nodiscard]] std::optional<std::string> quantity_text(std::string_view column);
    void refuse_two_readings(std::string_view column, const std::string& text);
    void note_once(const std::string& kind, std::string_view column, std::string what);
    void note_decimals(std::string_view column, const std::string& text, const std::string& read_as);
    void note_unknown(const std::string& column, std::set<std::string>& explained,
                      std::vector<std::string>& left_out);

    const CsvTable& table_;
    Diagnostics& mistakes_;
    CsvRules rules_;
    StatedSign sign_;
    std::map<std::string, std::size_t, std::less<>> columns_;
    std::set<std::string, std::less<>> asked_;    ///< columns there may be
    std::set<std::string, std::less<>> missing_;  ///< of these, must be and are not
    std::set<std::string> noted_;                 ///< kinds of assumptions already told
    std::size_t next_ = 0;
    const CsvRecord* record_ = nullptr;
};

template <class Q>
std::optional<Q> CsvReader::quantity(std::string_view column) {
    const std::optional<std::string> readable = quantity_text(column);
    if (!readable) return std::nullopt;
    const Parsed<Q> parsed = parse_quantity<Q>(*readable, PointMeaning::decimal);
    if (!parsed) mistake(column, parsed.problem.problem, parsed.problem.remedy);
    return parsed.value;
}

}  // namespace verbund::read
