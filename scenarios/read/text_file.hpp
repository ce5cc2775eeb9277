#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>

/// Files from outside, taken in whole and only when they can be text.
namespace verbund::read {

/// Largest file that is read, for studies and CSV tables alike.
inline constexpr std::size_t max_file_bytes = std::size_t{16} * 1024U * 1024U;

/// The file's text without a byte-order mark.
///
/// Throws `InvalidInput` naming the file when it does not exist, is no regular file, cannot be read, is
/// larger than `max_file_bytes` (known before a byte is read) or is no text (see `require_text`).
[[nodiscard]] std::string load_text(const std::filesystem::path& file);

/// Throws `InvalidInput` with the line and column of the first byte that is no valid UTF-8 text (or is a
/// NUL).
void require_text(std::string_view text, const std::string& file);

}  // namespace verbund::read
