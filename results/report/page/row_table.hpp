#pragma once

#include <functional>
#include <map>
#include <string>
#include <type_traits>
#include <variant>
#include <vector>

#include "results/outcome/outcome.hpp"
#include "results/report/lookup.hpp"
#include "results/report/page/section.hpp"
#include "results/report/sentences/told.hpp"
#include "results/report/text_width.hpp"
#include "results/report/words/words.hpp"

/// Row-like outcomes (building steps, findings ...) as columns: each text stands once, rows hold its number.
namespace verbund::report::page {

/// Texts by their number.
class TextPool {
public:
    [[nodiscard]] std::size_t number_of(const std::string& key, const std::function<Json()>& text) {
        const auto [at, is_new] = numbers_.emplace(key, numbers_.size());
        if (is_new) texts_.push_back(text());
        return at->second;
    }
    [[nodiscard]] const Json& texts() const { return texts_; }

private:
    std::map<std::string, std::size_t> numbers_;
    Json texts_ = Json::array();
};

/// What an index stands for, as people read it.
[[nodiscard]] Json thing_name(const Source& source, outcome::ColumnRole role, std::int32_t index);

/// A column under construction: `add` takes the values of a member, one after the other.
template <class Row>
class ColumnJson {
public:
    ColumnJson(const Source& source, const outcome::Column<Row>& column) : source_{source}, column_{column} {}

    [[nodiscard]] Json of(const std::vector<Row>& rows) {
        for (const Row& row : rows)
            std::visit([&](const auto& member) { add(outcome::value_of(row, member)); }, column_.member);
        Json json{{"name", column_.name},
                  {"unit", display_unit(column_.unit)},
                  {"kind", kind_},
                  {"de", column_title(column_, Language::german)},
                  {"en", column_title(column_, Language::english)}};
        if (!pool_.texts().empty()) json["texts"] = pool_.texts();
        json["values"] = std::move(values_);
        return json;
    }

private:
    void add(double value) {
        kind_ = "number";
        values_.push_back(number(value));
    }
    void add(bool value) {
        kind_ = "flag";
        values_.push_back(value ? 1 : 0);
    }
    void add(Resource value) {
        add_text(
            "resource", std::string{outcome::resource_id(value)},
            [&] {
                return both(resource_name(value, Language::german), resource_name(value, Language::english));
            });
    }
    void add(const std::string& value) {
        if (column_.role == outcome::ColumnRole::place || column_.role == outcome::ColumnRole::link) {
            add_text(
                "place", value, [&] { return source_.name(value); });
        } else {
            add_text(
                "text", value,
                [&] {
                    return Json(printable(column_.role == outcome::ColumnRole::unit
                                              ? display_unit(value)
                                              : std::string_view{value}));
                });
        }
    }
    void add(std::int32_t value) {
        switch (column_.role) {
            case outcome::ColumnRole::plain:
                kind_ = "integer";
                values_.push_back(value);
                break;
            case outcome::ColumnRole::variant:
                kind_ = "variant";
                values_.push_back(value);
                break;
            default:
                add_text("thing", std::to_string(value),
                         [&] { return thing_name(source_, column_.role, value); });
        }
    }
    void add_text(const char* kind, const std::string& key, const std::function<Json()>& text) {
        kind_ = kind;
        values_.push_back(pool_.number_of(key, text));
    }

    const Source& source_;
    const outcome::Column<Row>& column_;
    std::string kind_ = "text";
    TextPool pool_;
    Json values_ = Json::array();
};

/// The sentences on the rows as a column "text".
template <Told Row>
[[nodiscard]] Json told_column(const Source& source, const std::vector<Row>& rows) {
    TextPool pool;
    Json values = Json::array();
    for (const Row& row : rows) {
        const std::string text = sentence(row, source.tellers.german);
        values.push_back(
            pool.number_of(text, [&] { return both(text, sentence(row, source.tellers.english)); }));
    }
    return {{"name", "text"},
            {"unit", ""},
            {"kind", "thing"},
            {"de", word("told", "text", Language::german)},
            {"en", word("told", "text", Language::english)},
            {"texts", pool.texts()},
            {"values", std::move(values)}};
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
        columns.push_back(ColumnJson<Row>{source, column}.of(rows));
    if constexpr (Told<Row>) columns.push_back(told_column(source, rows));
    return columns;
}

}  // namespace verbund::report::page
