#pragma once

#include <cstddef>
#include <filesystem>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "models/base/diagnostics.hpp"

/// Comma-separated tables with a header line (RFC 4180), read by column name.
namespace verbund::read {

struct CsvRecord {
    std::size_t line = 0;  ///< line on which the record starts
    std::vector<std::string> cells;
};

/// A table as written: its header and the records below, all as wide as the header.
struct CsvTable {
    std::string file;
    std::vector<std::string> header;
    std::vector<CsvRecord> records;
};

/// Parses a table; spaces around unquoted cells are not part of them, blank lines are skipped.
///
/// Throws `InvalidInput` for broken quotes, an empty table, an unnamed or repeated column, a record of
/// another width than the header and for tables separated by semicolons.
[[nodiscard]] CsvTable parse_csv(std::string_view text, const std::string& file);

/// `parse_csv` on a file; see `load_text` for the files it refuses.
[[nodiscard]] CsvTable load_csv(const std::filesystem::path& file);

/// Typed access to a table's cells; notes every mistake and remembers which columns were asked for.
///
/// A cell that cannot be read yields a zero value after the mistake is noted, so that all mistakes of a table
/// show at once.
class CsvReader {
public:
    CsvReader(const CsvTable& table, Diagnostics& mistakes);

    /// Moves to the next record; false after the last.
    bool next();

    [[nodiscard]] bool has(std::string_view column) const;
    [[nodiscard]] std::string text(std::string_view column);  ///< may be empty
    [[nodiscard]] std::string name(std::string_view column);  ///< must not be empty
    [[nodiscard]] double number(std::string_view column);     ///< finite
    [[nodiscard]] int integer(std::string_view column);
    [[nodiscard]] bool boolean(std::string_view column);  ///< true or false
    /// Index of the cell among `words`.
    [[nodiscard]] std::size_t choice(std::string_view column, const std::vector<std::string>& words);

    /// Notes a mistake at the current record.
    void mistake(std::string_view column, std::string problem, std::string remedy);
    /// Notes every column that nothing asked for, with the nearest one that was.
    void finish();

private:
    [[nodiscard]] const std::string* cell(std::string_view column);

    const CsvTable& table_;
    Diagnostics& mistakes_;
    std::map<std::string, std::size_t, std::less<>> columns_;
    std::set<std::string, std::less<>> asked_;
    std::size_t next_ = 0;
    const CsvRecord* record_ = nullptr;
};

/// Throws `InvalidInput` when mistakes were noted.
void throw_if_any(const Diagnostics& mistakes);

}  // namespace verbund::read
