#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "results/outcome/outcome.hpp"
#include "results/report/page/section.hpp"
#include "results/report/sentences/told.hpp"
#include "results/report/words/words.hpp"

/// Row-like outcomes (building steps, findings ...) as columns: each text stands once, rows hold its number.
namespace verbund::report::page {

/// Texts by their number.
class TextPool {
public:
    [[nodiscard]] std::size_t number_of(const std::string& key, const std::function<Json()>& text);
    [[nodiscard]] const Json& texts() const { return texts_; }

private:
    std::map<std::string, std::size_t> numbers_;
    Json texts_ = Json::array();
};

/// A column under construction: `add` takes the values, one after the other.
class ColumnJson {
public:
    ColumnJson(const Source& source, std::string_view name, std::string_view unit, outcome::ColumnRole role);

    void add(double value);
    void add(bool value);
    void add(Resource value);
    void add(const std::string& value);
    void add(std::int32_t value);
    /// The column with all that was added; its titles in German and in English.
    [[nodiscard]] Json take(std::string_view german, std::string_view english);

private:
    void add_text(const char* kind, const std::string& key, const std::function<Json()>& text);

    const Source& source_;
    std::string_view name_;
    std::string_view unit_;
    outcome::ColumnRole role_;
    std::string kind_ = "text";
    TextPool pool_;
    Json values_ = Json::array();
};

template <class Row>
[[nodiscard]] Json column_json(const Source& source, const outcome::Column<Row>& column,
                               const std::vector<Row>& rows) {
    ColumnJson json{source, column.name, column.unit, column.role};
    for (const Row& row : rows)
        std::visit([&](const auto& member) { json.add(outcome::value_of(row, member)); }, column.member);
    return json.take(column_title(column, Language::german), column_title(column, Language::english));
}

/// Sentences as a column "text".
class ToldColumn {
public:
    void add(const std::string& german, const std::function<std::string()>& english);
    [[nodiscard]] Json take();

private:
    TextPool pool_;
    Json values_ = Json::array();
};

/// The sentences on the rows.
template <Told Row>
[[nodiscard]] Json told_column(const Source& source, const std::vector<Row>& rows) {
    ToldColumn column;
    for (const Row& row : rows)
        column.add(sentence(row, source.tellers.german),
                   [&] { return sentence(row, source.tellers.english); });
    return column.take();
}

/// [{"name", "unit", "kind", "de", "en", "texts"?, "values"}], a column each; null when there are no rows.
/// Rows that are told (`Told`) have their sentences as a last column, "text".
///
/// Kinds: number, integer, flag (0 or 1), variant (its number); and text, place, resource and thing, whose
/// values are positions in "texts" (plain texts, or {"de", "en"}).
template <class Row>
[[nodiscard]] Json row_table(const Source& source, const std::vector<Row>& rows) {
    if (rows.empty()) return nullptr;
    Json columns = Json::array();
    for (const outcome::Column<Row>& column : outcome::columns_of<Row>())
        columns.push_back(column_json(source, column, rows));
    if constexpr (Told<Row>) columns.push_back(told_column(source, rows));
    return columns;
}

}  // namespace verbund::report::page
