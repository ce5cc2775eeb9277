#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "results/outcome/tables/table.hpp"
#include "results/report/style.hpp"

/// Words for the ids that results hold: `de.json` and `en.json` beside this file, which the page reads, too.
/// Each has groups ("cause", "day", "resource" ...) of ids and their words; a group is named like the column
/// that holds its ids where there is one.  Three groups are German alone: `column`, titles by table and
/// column; `field`, meanings of a study's keys by their path in the field table, with "*" for the name of a
/// thing; and `source`, sources of its defaults by their text.  Their English is the tables' own.
namespace verbund::report {

/// The word of an id in a group; nothing where the group has none.
[[nodiscard]] std::optional<std::string_view> find_word(std::string_view group, std::string_view id,
                                                        Language language);

/// The word of an id, or the id itself, printable, where the group has none: a file of a newer minor version
/// may hold ids that this program does not know.
[[nodiscard]] std::string word(std::string_view group, std::string_view id, Language language);

/// Title of a table's column; `text` is its English one.
[[nodiscard]] std::string_view column_title(std::string_view table, std::string_view column,
                                            std::string_view text, Language language);

/// German of what a study's key means; `key` as the table of assumptions names it
/// ("centers.rz-1.rooms.hall.racks", before it "variant:" where it holds in one variant only).  Nothing for
/// what the field table does not know, as rows of the catalog.
[[nodiscard]] std::optional<std::string_view> german_field_text(std::string_view key);

/// German of a source that the field table names.
[[nodiscard]] std::optional<std::string_view> german_source(std::string_view source);

template <class Row>
[[nodiscard]] std::string_view column_title(const outcome::Column<Row>& column, Language language) {
    return column_title(outcome::table_of<Row>().name, column.name, column.text, language);
}

}  // namespace verbund::report
