#pragma once

#include <map>
#include <string>
#include <vector>

#include "models/base/number_text.hpp"
#include "models/catalog/catalog.hpp"
#include "scenarios/read/import/csv.hpp"

/// The built-in tables as rows.
namespace verbund::read {

/// Tables that take the place of built-in ones, by table name ("ups" for `ups.csv`).
using TableReplacements = std::map<std::string, CsvTable>;

/// Reads every table of the catalog: the one built into the program, or the one given for it.
///
/// Throws `InvalidInput` with file and line for a missing table or column, an unknown column, a bad number,
/// word or AGS key, a value outside the limits of its column (`models/catalog/columns.hpp`), a repeated row,
/// and for rows that the engines need and do not find.  `decimals`: decimal sign of the given tables, when it
/// is stated; `notes` takes what had to be assumed to read them.  Names in `replacements` that are no table
/// are ignored here (the study reader reports them).
[[nodiscard]] catalog::Catalog load_catalog(const TableReplacements& replacements = {},
                                            DecimalSign decimals = DecimalSign::unstated,
                                            Diagnostics* notes = nullptr);

/// A figure of `figures.csv` that no engine reads yet.
struct UnreadFigure {
    std::string figure;  ///< its id
    std::string issue;   ///< the work that will read it
    std::string note;    ///< what for
};

/// The list `models/catalog/unread.csv`.
[[nodiscard]] std::vector<UnreadFigure> unread_figures();

/// Names of the tables, e.g. "ups", in the order they are read.
[[nodiscard]] std::vector<std::string> catalog_tables();

}  // namespace verbund::read
