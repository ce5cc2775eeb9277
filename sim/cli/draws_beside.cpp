#include "sim/cli/draws_beside.hpp"

#include <system_error>

namespace verbund::cli {

std::filesystem::path draws_file_of(const std::filesystem::path& results) {
    return results.parent_path() / (results.stem().string() + "-uncertainty.h5");
}

std::optional<store::SweepFile> draws_beside(const std::filesystem::path& results, const outcome::Run& run) {
    const std::filesystem::path file = draws_file_of(results);
    std::error_code ignored;
    if (!std::filesystem::is_regular_file(file, ignored)) return std::nullopt;
    store::SweepFile draws{file};
    const outcome::SweepRun& of = draws.run();
    const bool same = of.study_sha256 == run.study_sha256 && of.seed == run.seed &&
                      of.program_version == run.program_version && of.program_commit == run.program_commit;
    if (!same) return std::nullopt;
    return draws;
}

}  // namespace verbund::cli
