#pragma once

#include <cstddef>
#include <string>
#include <string_view>

/// Texts from studies on a terminal: their width in columns, and nothing in them that commands the terminal.
namespace verbund::report {

/// Columns that the text takes on a terminal.  Widths are those of the C library for Unicode; ill-formed
/// bytes and control characters count one.
[[nodiscard]] std::size_t display_width(std::string_view text);

/// The text without escape sequences, control characters (tabs and line ends become blanks) and direction
/// overrides; ill-formed bytes become "?".
[[nodiscard]] std::string printable(std::string_view text);

/// The text cut to `width` columns, ending in `mark` if something was cut off.
[[nodiscard]] std::string cut_to_width(std::string_view text, std::size_t width, std::string_view mark);

/// The text broken at blanks into lines of at most `width` columns; all but the first begin with `indent`
/// blanks.
[[nodiscard]] std::string wrap(std::string_view text, std::size_t width, std::size_t indent);

}  // namespace verbund::report
