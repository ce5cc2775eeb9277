#pragma once

#include <filesystem>
#include <optional>
#include <vector>

#include "models/base/number_text.hpp"
#include "models/workload/measured_use.hpp"
#include "scenarios/read/traces/trace.hpp"

/// Traces that are a folder of files, one a VM.
namespace verbund::read {

/// The files of a folder that are no hidden ones, by their names.
/// Throws `InvalidInput` when there is no such folder, or nothing in it.
[[nodiscard]] std::vector<std::filesystem::path> files_of(const std::filesystem::path& folder);

/// PlanetLab: a file per VM, a whole percentage of its capacity a line, 300 s apart (the traces that
/// CloudSim ships).  A VM's size comes from `vms` by the file's name, or is `size` for all.
/// Throws `InvalidInput` with file and line for values beyond 0 to 100 and for files without a VM.
[[nodiscard]] Trace read_planetlab(const std::filesystem::path& folder,
                                   const std::vector<workload::MeasuredVm>& vms,
                                   const std::optional<workload::MeasuredVm>& size);

/// GWA-T-12 (Bitbrains): a CSV per VM with its cores, capacity, use and memory.  A VM starts with its first
/// record, counted from the first of all files, and ends with its last; its size is the largest it states.
/// Times from 1e11 on are milliseconds, others seconds, whatever the heading says: published files hold
/// both.  Source: S. Shen, V. van Beek, A. Iosup, "Statistical characterization of business-critical
/// workloads hosted in cloud datacenters", CCGrid 2015.
[[nodiscard]] Trace read_gwa(const std::filesystem::path& folder, DecimalSign decimals);

/// Brings the steps into order and counts what was met.
void finish_trace(Trace& trace);

}  // namespace verbund::read
