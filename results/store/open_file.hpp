#pragma once

#include <filesystem>

#include "results/store/h5.hpp"

namespace verbund::store {

/// Opens a results file for reading after checking its seal, format name, schema version and completeness.
/// Throws `RunFailed` or `h5::Failure`.
[[nodiscard]] h5::Handle open_results(const std::filesystem::path& file);

}  // namespace verbund::store
