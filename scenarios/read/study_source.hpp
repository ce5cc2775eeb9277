#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace verbund::read {

/// A study file and what lies beside it: on disk, or built into the program.
struct StudySource {
    std::string name;  ///< as named in messages
    std::string text;
    std::filesystem::path folder;  ///< on disk; unused for a built-in study
    std::string built_in_folder;   ///< e.g. "scenarios/dormagen/"; empty for a file on disk
};

/// The file, or the shipped study of that name when there is no such file.  Throws `InvalidInput`.
[[nodiscard]] StudySource open_study(const std::filesystem::path& file);

/// Bytes of a file named in the study: relative to the study's folder, or absolute.  Throws `InvalidInput`.
[[nodiscard]] std::string load_beside(const StudySource& source, const std::string& name);
/// Its name in messages.
[[nodiscard]] std::string name_beside(const StudySource& source, const std::string& name);

/// Names of the studies built into the program, sorted.
[[nodiscard]] std::vector<std::string> shipped_studies();
/// Files that a shipped study reads, by their names beside it, and their content.
[[nodiscard]] std::vector<std::pair<std::string, std::string_view>> files_beside(const std::string& name);
/// Text of a shipped study; nothing when there is none of that name.
[[nodiscard]] std::optional<std::string> shipped_study(const std::string& name);

}  // namespace verbund::read
