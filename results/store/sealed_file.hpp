#pragma once

#include <filesystem>
#include <functional>

#include <hdf5.h>

/// HDF5 files that appear whole or not at all.
namespace verbund::store {

/// Writes a file with what `write` puts into it, and its seal.  The same content gives the same bytes. Throws
/// `RunFailed` with the path and the cause; then nothing is left at `target` that was not there before.
/// Nothing of the file is held in memory.
void write_sealed(const std::filesystem::path& target, bool overwrite,
                  const std::function<void(hid_t file)>& write);

}  // namespace verbund::store
