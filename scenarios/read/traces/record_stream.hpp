#pragma once

#include <cstddef>
#include <filesystem>
#include <functional>
#include <span>
#include <string>
#include <string_view>

/// Tables too large to be held: read record by record, from plain text or gzip.
namespace verbund::read {

/// A record while it is told; its cells hold until the call returns.
struct StreamedRecord {
    std::size_t line = 0;
    std::span<const std::string_view> cells;
};

using OnRecord = std::function<void(const StreamedRecord&)>;
using OnHeader = std::function<void(const StreamedRecord&, char separator)>;

/// What was found about a text as a whole.
struct StreamedText {
    /// The file ends inside its last record, which has fewer cells than the first: it was not told.
    bool truncated = false;
};

/// Reads all records of a file in bounded memory; the first is its header.
///
/// Cells are parted by commas, or by semicolons where the first line has more of these; blanks and tabs
/// around cells, a byte-order mark, CRLF and blank lines are no part of them.
/// Throws `InvalidInput` with file and line for a file that cannot be read, a damaged gzip, misplaced
/// quotation marks, a record of another width than the first, a cell of over 64 KiB, or a NUL.
StreamedText read_records(const std::filesystem::path& file, const OnHeader& header, const OnRecord& record);

/// The same, but lines of a single cell each, without a header.
void read_lines(const std::filesystem::path& file, const OnRecord& line);

}  // namespace verbund::read
