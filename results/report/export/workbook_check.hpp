#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

namespace verbund::report {

/// What a sheet was given.
struct SheetContent {
    std::size_t cells = 0;
    std::size_t text_bytes = 0;  ///< of all its texts, UTF-8

    friend bool operator==(const SheetContent&, const SheetContent&) = default;
};

/// Reads an Excel workbook back: every part must unpack with its checksum and be whole XML, and the sheets,
/// in their order, must hold as many cells and letters as they were given.  What is wrong; empty when all is
/// right.
///
/// libxlsxwriter 1.1.4 builds sheets in temporary files and does not ask whether their writes succeeded: on a
/// full disk it packs whatever lies in them and reports success.
[[nodiscard]] std::string damage_of_workbook(const std::filesystem::path& file,
                                             const std::vector<SheetContent>& sheets);

}  // namespace verbund::report
