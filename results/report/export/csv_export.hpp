#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "results/report/export/export_tables.hpp"

namespace verbund::report {

/// How CSV files spell numbers.
enum class DecimalMark {
    point,  ///< 1.5, cells separated by ","
    comma   ///< 1,5, cells separated by ";", with a byte order mark: opens in a German Excel by double click
};

/// One CSV line (RFC 4180, ends in CR LF).  A text that a spreadsheet would take for a formula (it begins
/// with = + - @, a tab or a carriage return) gets a leading apostrophe; numbers do not.
[[nodiscard]] std::string csv_line(const std::vector<ExportCell>& cells, DecimalMark mark);

/// Writes one CSV per table into the folder, which is made if need be; returns the files.  Throws
/// `RunFailed`; nothing is written when a file exists already and is not to be replaced.
std::vector<std::filesystem::path> export_csv(const outcome::Run& run, const std::filesystem::path& folder,
                                              DecimalMark mark, const ExportOptions& options = {});

/// The same of tables of whatever kind; `options.only` is not asked.
std::vector<std::filesystem::path> export_csv(const std::vector<ExportTable>& tables,
                                              const std::filesystem::path& folder, DecimalMark mark,
                                              const ExportOptions& options = {});

}  // namespace verbund::report
