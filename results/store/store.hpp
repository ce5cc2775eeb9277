#pragma once

#include <filesystem>

#include "results/outcome/outcome.hpp"
#include "results/outcome/sweep.hpp"

/// Results files: everything a run found, in one HDF5 file that other tools read too.  Layout: FORMAT.md.
///
/// Not for use from several threads at once: the HDF5 library of Debian is not thread-safe.
namespace verbund::store {

/// Writes a run.  The same run gives the same bytes.  Throws `RunFailed` with the path and the cause (exists
/// already and `overwrite` is false, folder missing, no permission, disk full); then nothing is left at
/// `target` that was not there before.
void write_run(const outcome::Run& run, const std::filesystem::path& target, bool overwrite);

/// Writes a sweep: every outcome of every case on the axes case, variant and year, and what the draws say
/// together.  Outcomes are read in pieces (`SweepValues`).  Otherwise as `write_run`.  read_sweep.hpp reads
/// it.
void write_sweep(const outcome::SweepRun& run, const std::filesystem::path& target, bool overwrite);

/// Reads a run back.  Throws `RunFailed` when the file is missing, not a results file, damaged, cut, of
/// another major schema version, or lacks a part; never crashes on damage (see seal.hpp).
[[nodiscard]] outcome::Run read_run(const std::filesystem::path& file);

}  // namespace verbund::store
