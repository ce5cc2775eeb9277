#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "results/report/style.hpp"
#include "scenarios/read/read_study.hpp"

namespace CLI {
class App;
}

/// Options that several commands share, and what the commands make of them.
namespace verbund::cli {

/// How results are shown.
struct OutputOptions {
    bool json = false;
    bool quiet = false;
    bool force = false;
    bool ascii = false;
    std::string language = "de";
};

/// Which study is read, and how.
struct StudyOptions {
    std::string study;
    std::vector<std::string> set;  ///< path=value
    std::optional<std::uint64_t> seed;
};

void add_output_options(CLI::App& command, OutputOptions& options);
void add_study_options(CLI::App& command, StudyOptions& options);

/// Language, width and colour for this terminal (NO_COLOR is respected).
[[nodiscard]] report::Style style_for(const OutputOptions& options);
/// Splits `path=value`; throws `InvalidInput` when there is no "=".
[[nodiscard]] read::ReadOptions read_options(const StudyOptions& options);

/// Tells hints of a study or table on stderr.
void tell_hints(const std::vector<Diagnostic>& hints);

/// Results file of a study unless another is named: "landkreise-2025.h5" for
/// scenarios/landkreise-2025/study.yaml, "my.h5" for my.yaml; `suffix` goes before the extension.
[[nodiscard]] std::filesystem::path results_file_of(const StudyOptions& options,
                                                    const std::string& suffix = "");

/// Writes to stdout; throws `RunFailed` when that fails (full disk behind a redirection).
void print(const std::string& text);

}  // namespace verbund::cli
