#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "models/base/diagnostics.hpp"
#include "scenarios/read/import/csv.hpp"

/// Lists of virtualisation hosts as platforms export them.
namespace verbund::read {

struct ExportedHost {
    std::string name;
    std::string cluster;  ///< may be empty
    std::string processor;
    double cores = 0.0;
    double core_mhz = 0.0;
    double ram_mib = 0.0;
    std::optional<int> launched;  ///< year of its processor; empty: no rule knows it
    std::size_t line = 0;
};

/// Year in which processors came to market, by what they are called (`fnmatch` patterns; the first counts).
struct ProcessorYear {
    std::string pattern;
    int launched = 0;
};

/// Columns pattern,launched,generation.
[[nodiscard]] std::vector<ProcessorYear> read_processor_years(const CsvTable& table, Diagnostics& mistakes);

/// The built-in table (processor_years.csv): server processors of Intel and AMD since 2009, by the vendors'
/// launches (general knowledge, high confidence).
[[nodiscard]] std::string_view shipped_processor_years();

/// The sheet vHost of RVTools, versions 3 and 4; headings as RVTools writes them or translated.
///
/// Numbers are whole: a point or comma before three digits parts thousands ("2.000" MHz).  Notes cells that
/// cannot be read and columns that are missing.
[[nodiscard]] std::vector<ExportedHost> read_host_export(const CsvTable& table,
                                                         const std::vector<ProcessorYear>& years,
                                                         Diagnostics& mistakes);

}  // namespace verbund::read
