#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "models/base/diagnostics.hpp"
#include "scenarios/read/import/csv.hpp"

/// Columns of exports, whatever language and version they are of.
namespace verbund::read {

/// What a column is called, letters and digits alone, in lower case; `shown` is the exporter's own heading.
struct Heading {
    std::string_view shown;
    std::array<std::string_view, 7> called;
};

/// Letters and digits of a text, in lower case: "In Use MiB" -> "inusemib".
[[nodiscard]] std::string plain_word(std::string_view text);

/// Access to an export's columns; notes what is missing or cannot be read.
class ExportColumns {
public:
    using Column = std::optional<std::size_t>;

    /// `whole_export` says what to do where a column is missing.
    ExportColumns(const CsvTable& table, Diagnostics& mistakes, std::string whole_export);

    [[nodiscard]] Column find(const Heading& heading) const;
    [[nodiscard]] Column need(const Heading& heading);
    /// A whole number from 0 to 10^12, thousands parted or not.
    [[nodiscard]] double whole(const CsvRecord& record, Column column, const Heading& heading);
    void mistake(const CsvRecord& record, const Heading& heading, std::string problem, std::string remedy);

private:
    const CsvTable& table_;
    Diagnostics& mistakes_;
    std::string whole_export_;
};

}  // namespace verbund::read
