#pragma once

#include <filesystem>

#include "results/store/h5.hpp"

namespace verbund::store {

/// What wrote the file.
enum class FileKind { run, sweep };

struct OpenFile {
    h5::Handle file;
    FileKind kind = FileKind::run;
};

/// Opens the file of a run or a sweep for reading after checking its seal, format name, schema version and
/// completeness.  Throws `RunFailed` or `h5::Failure`.
[[nodiscard]] OpenFile open_any(const std::filesystem::path& file);

/// Opens an HDF5 file for reading as it is.  Files of ours never change after they were written, so no lock
/// is asked for: locks fail on some network shares.  Throws `h5::Failure`.
[[nodiscard]] h5::Handle open_unlocked(const std::filesystem::path& file);

}  // namespace verbund::store
