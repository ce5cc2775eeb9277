#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "results/outcome/tables/table.hpp"
#include "results/report/style.hpp"

/// Words for the ids that results hold: `de.json` and `en.json` beside this file, which the page reads, too.
/// Each has groups ("cause", "day", "resource" ...) of ids and their words; `column` holds titles by table
/// and column.  English titles of columns are the tables' own texts.
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

template <class Row>
[[nodiscard]] std::string_view column_title(const outcome::Column<Row>& column, Language language) {
    return column_title(outcome::table_of<Row>().name, column.name, column.text, language);
}

}  // namespace verbund::report
