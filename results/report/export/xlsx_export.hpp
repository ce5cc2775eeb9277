#pragma once

#include <filesystem>
#include <string>
#include <utility>
#include <vector>

#include "results/outcome/outcome.hpp"
#include "results/report/export/export_tables.hpp"

namespace verbund::report {

/// Writes an Excel workbook: a cover sheet (title, question, program, how to repeat), then one sheet per
/// table of export_tables.hpp with typed cells, units in the header, a frozen header row and filters.  A
/// table with more rows than a sheet holds continues on further sheets.  Throws `RunFailed`; leaves no
/// partial file.
void export_xlsx(const outcome::Run& run, const std::filesystem::path& file,
                 const ExportOptions& options = {});

/// What the cover sheet says: label and text.
using CoverLines = std::vector<std::pair<std::string, std::string>>;

/// The cover sheet of a run's workbook.
[[nodiscard]] CoverLines cover_of(const outcome::Run& run);

/// The same of tables of whatever kind; `options.only` is not asked.
void export_xlsx(const std::vector<ExportTable>& tables, const CoverLines& cover,
                 const std::filesystem::path& file, const ExportOptions& options = {});

}  // namespace verbund::report
