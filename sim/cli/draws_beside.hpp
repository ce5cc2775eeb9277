#pragma once

#include <filesystem>
#include <optional>

#include "results/outcome/outcome.hpp"
#include "results/store/read_sweep.hpp"

/// The draws of a run that was made with `--uncertainty quick`: a sweep's file of its own beside the results.
namespace verbund::cli {

/// "my-uncertainty.h5" for my.h5.
[[nodiscard]] std::filesystem::path draws_file_of(const std::filesystem::path& results);

/// The draws beside a run's results; nothing where there are none, or where they are of another study, seed
/// or program.  Throws `RunFailed` when the file is damaged.
[[nodiscard]] std::optional<store::SweepFile> draws_beside(const std::filesystem::path& results,
                                                           const outcome::Run& run);

}  // namespace verbund::cli
