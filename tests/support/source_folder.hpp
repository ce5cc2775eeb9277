#pragma once

#include <filesystem>

namespace verbund::test {

/// Top of the sources, for tests that read a shipped file.  Only its own source is compiled with the path, so
/// that the compiler's cache knows all other tests in every clone.
[[nodiscard]] std::filesystem::path source_folder();

}  // namespace verbund::test
