#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "scenarios/study/study.hpp"

/// From a study file to a study: read, merged, checked, resolved.
namespace verbund::read {

/// What the caller sets besides the study file.
struct ReadOptions {
    std::vector<std::pair<std::string, std::string>> overrides;  ///< `--set path=value`, applied in order
    std::optional<std::uint64_t> seed;                           ///< in place of the study's seed
};

/// Reads a study file, or the shipped study of that name.
///
/// Throws `InvalidInput` with every mistake found in the file, its variants and the tables it names, each
/// with its place.
[[nodiscard]] study::StudySet read_study(const std::filesystem::path& file, const ReadOptions& options);

/// The same for a text; files that it names are looked for in `folder`.
[[nodiscard]] study::StudySet read_study_text(std::string text, std::string name,
                                              const std::filesystem::path& folder,
                                              const ReadOptions& options);

}  // namespace verbund::read
