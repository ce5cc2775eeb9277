#pragma once

#include <cstdint>
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

/// Writes to stdout; throws `RunFailed` when that fails (full disk behind a redirection).
void print(const std::string& text);

}  // namespace verbund::cli
