#include "scenarios/read/study_source.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "models/base/diagnostics.hpp"
#include "models/catalog/embedded.hpp"
#include "scenarios/read/text_file.hpp"

namespace verbund::read {
namespace {

constexpr std::string_view top = "scenarios/";
constexpr std::string_view study_file = "/study.yaml";
constexpr std::string_view table_file = ".csv";

/// A study larger than this is a table in disguise, and would take longer than a moment to refuse.
constexpr std::size_t max_study_bytes = std::size_t{4} * 1024U * 1024U;

[[noreturn]] void refuse(std::string name, std::string problem, std::string remedy) {
    throw InvalidInput{{{{std::move(name), 0, 0}, "", std::move(problem), std::move(remedy)}}};
}

}  // namespace

std::vector<std::string> shipped_studies() {
    std::vector<std::string> names;
    for (const catalog::EmbeddedFile& file : catalog::embedded_files()) {
        if (!file.name.starts_with(top) || !file.name.ends_with(study_file)) continue;
        names.emplace_back(file.name.substr(top.size(), file.name.size() - top.size() - study_file.size()));
    }
    return names;
}

std::vector<std::pair<std::string, std::string_view>> files_beside(const std::string& name) {
    const std::string folder = fmt::format("{}{}/", top, name);
    std::vector<std::pair<std::string, std::string_view>> files;
    for (const catalog::EmbeddedFile& file : catalog::embedded_files())
        if (file.name.starts_with(folder) && file.name.ends_with(table_file))
            files.emplace_back(file.name.substr(folder.size()), file.content);
    return files;
}

std::optional<std::string> shipped_study(const std::string& name) {
    const auto text = catalog::embedded_file(fmt::format("{}{}{}", top, name, study_file));
    return text ? std::optional<std::string>{*text} : std::nullopt;
}

StudySource open_study(const std::filesystem::path& file) {
    std::error_code ignored;
    if (std::filesystem::exists(file, ignored)) {
        StudySource source{file.string(), load_text(file), file.parent_path(), {}};
        if (source.text.size() > max_study_bytes) {
            refuse(source.name,
                   fmt::format("has {} bytes (a study has at most {})", source.text.size(), max_study_bytes),
                   "Is this a study? Give long tables as CSV files.");
        }
        return source;
    }
    if (auto text = shipped_study(file.string())) {
        const std::string folder = fmt::format("{}{}/", top, file.string());
        return {folder + "study.yaml", std::move(*text), {}, folder};
    }
    refuse(file.string(), "cannot be read (no such file, and no shipped study of that name)",
           fmt::format("Shipped studies: {}.", fmt::join(shipped_studies(), ", ")));
}

std::string load_beside(const StudySource& source, const std::string& name) {
    if (source.built_in_folder.empty()) return load_bytes(source.folder / name);
    if (const auto text = catalog::embedded_file(source.built_in_folder + name)) return std::string{*text};
    refuse(source.built_in_folder + name, "is not built into the program", "Check the name.");
}

std::string name_beside(const StudySource& source, const std::string& name) {
    return source.built_in_folder.empty() ? (source.folder / name).string() : source.built_in_folder + name;
}

}  // namespace verbund::read
