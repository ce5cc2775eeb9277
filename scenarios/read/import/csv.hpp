#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "models/base/diagnostics.hpp"

/// Tables as text with a header line (RFC 4180), also as spreadsheets in German save them, and workbooks.
namespace verbund::read {

/// A record of a CSV file and where it begins.
struct CsvRecord {
    std::size_t line = 0;  ///< line on which the record starts
    std::vector<std::string> cells;
};

/// A table as written: its header and the records below, all as wide as the header.
struct CsvTable {
    std::string file;
    std::size_t header_line = 0;
    std::vector<std::string> header;
    std::vector<CsvRecord> records;
    std::vector<Diagnostic> notes;  ///< what had to be assumed to read it, once each
};

/// Parses a table; spaces around unquoted cells are not part of them, blank lines are skipped.
///
/// Cells are parted by commas, or by semicolons where the header has more of these (or a first line "sep=;"
/// says so).  Bytes that are no UTF-8 are read as Windows-1252 (see `to_utf8`).  Rows of empty cells and
/// trailing columns without a name and content are left out.  Each of these is noted.
/// Bytes of a workbook (.xlsx) are taken as its sheet of that name, else its first (see `sheet_rows`); rows
/// are its lines. Throws `InvalidInput` for broken quotes, an empty table, an unnamed or repeated column and
/// a record of another width than the header.
[[nodiscard]] CsvTable parse_csv(std::string_view bytes, const std::string& file,
                                 std::string_view sheet = {});

/// `parse_csv` on a file; see `load_bytes` for the files it refuses.
[[nodiscard]] CsvTable load_csv(const std::filesystem::path& file, std::string_view sheet = {});

/// Throws `InvalidInput` when mistakes were noted.
void throw_if_any(const Diagnostics& mistakes);

}  // namespace verbund::read
