#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "results/outcome/outcome.hpp"

/// A run as flat tables in long form (one row per variant, year and thing), for CSV and Excel alike.
namespace verbund::report {

/// A cell: empty, a measured number, a whole number, a text that lives in the run, or one made for the cell.
using ExportCell = std::variant<std::monostate, double, std::int64_t, std::string_view, std::string>;

/// A table as other programs take it.
struct ExportTable {
    std::string_view name;            ///< file and sheet name: "centers"
    std::vector<std::string> header;  ///< "pue", "it_power_mean_kw [kW]"
    std::size_t rows = 0;
    /// Fills the cells of a row; the vector is reused so that a table never exists as a whole.
    std::function<void(std::size_t row, std::vector<ExportCell>& cells)> fill;
};

/// All tables of a run, which must outlive them: summary, centers, administrations, links, hourly, duration,
/// then those of rows (build, bottlenecks, findings, refusals, assumptions ...).  Beside the id of a site or
/// administration stands its name, as the German summary says it ("site_name"); rows that are told end with
/// their sentences in German and English.
///
/// With names in `only`, these tables alone, in the same order; throws `RunFailed` for a name that no table
/// of the run has.
[[nodiscard]] std::vector<ExportTable> export_tables(const outcome::Run& run,
                                                     const std::vector<std::string>& only = {});

/// Those of the tables that are named, all where none is, in their order; throws `RunFailed` for a name that
/// no table has.
[[nodiscard]] std::vector<ExportTable> only_those(std::vector<ExportTable> tables,
                                                  const std::vector<std::string>& names);

/// Told as rows are written: the share of all rows, and the table under way; may be empty.
using ExportProgress = std::function<void(double share, std::string_view table)>;

/// What the caller of an export sets.
struct ExportOptions {
    bool overwrite = false;           ///< existing files
    std::vector<std::string> only{};  ///< names of the tables; none means all
    ExportProgress progress{};
};

/// Counts the rows of an export and tells how far it is, every few thousand rows.
class RowCounter {
public:
    RowCounter(const std::vector<ExportTable>& tables, const ExportProgress& progress);
    void add_row(std::string_view table);

private:
    const ExportProgress& progress_;
    std::size_t all_ = 0;
    std::size_t done_ = 0;
};

}  // namespace verbund::report
