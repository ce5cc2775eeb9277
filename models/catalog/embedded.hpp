#pragma once

#include <optional>
#include <span>
#include <string_view>

/// Data files that are inside the binary: `models/catalog/*.csv` and the files of the shipped studies.
/// Written at build time by `scripts/cmake/embed.cmake`.
namespace verbund::catalog {

/// A shipped file inside the binary.
struct EmbeddedFile {
    std::string_view name;     ///< path relative to the repository top, e.g. "models/catalog/ups.csv"
    std::string_view content;  ///< the file's bytes; a zero byte follows them
};

/// All embedded files, sorted by name.
[[nodiscard]] std::span<const EmbeddedFile> embedded_files() noexcept;

/// The content of one file; nothing if no file of that name was embedded.
[[nodiscard]] std::optional<std::string_view> embedded_file(std::string_view name) noexcept;

}  // namespace verbund::catalog
