#pragma once

#include <filesystem>
#include <string>

namespace verbund::cli {

/// Writes a text as a file.  Throws `RunFailed`.
void write_text(const std::filesystem::path& target, bool overwrite, const std::string& text);

}  // namespace verbund::cli
