#pragma once

#include <string>
#include <string_view>

namespace verbund::read {

/// A table's text, and what its bytes were.
struct DecodedText {
    std::string text;           ///< UTF-8, without a byte-order mark
    bool windows_1252 = false;  ///< converted from the character set of Western European Windows
};

/// Bytes of a text file as UTF-8: taken as they are when they are UTF-8, else as Windows-1252.
///
/// Throws `InvalidInput` with the place of the first byte that is no UTF-8 when the bytes cannot be
/// Windows-1252 either: control characters, code points without a character, or UTF-8 sequences beside it
/// (a UTF-8 text that is damaged).
[[nodiscard]] DecodedText to_utf8(std::string_view bytes, const std::string& file);

}  // namespace verbund::read
