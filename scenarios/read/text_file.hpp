#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>

/// Files from outside, taken in whole and only when they can be text.
namespace verbund::read {

/// Largest file that is read whole, for studies and CSV tables alike.
inline constexpr std::size_t max_file_bytes = std::size_t{16} * 1024U * 1024U;

/// The file's bytes as they are.
///
/// Throws `InvalidInput` naming the file when it does not exist, is no regular file, cannot be read or is
/// larger than `most` (known before a byte is read).
[[nodiscard]] std::string load_bytes(const std::filesystem::path& file, std::size_t most = max_file_bytes);

/// The file's text without a byte-order mark.
///
/// Throws `InvalidInput` for a file that `load_bytes` refuses or that is no text (see `require_text`).
[[nodiscard]] std::string load_text(const std::filesystem::path& file);

/// Bytes of the valid UTF-8 sequence at `at` (RFC 3629, section 4); 0 when there is none.  A NUL is none.
[[nodiscard]] std::size_t utf8_sequence(std::string_view text, std::size_t at);
[[nodiscard]] bool is_utf8(std::string_view text);

/// Throws `InvalidInput` with the line and column of the first byte that is no valid UTF-8 text (or is a
/// NUL).
void require_text(std::string_view text, const std::string& file);

}  // namespace verbund::read
