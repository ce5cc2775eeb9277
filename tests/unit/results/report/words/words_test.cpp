#include "results/report/words/words.hpp"

#include <fstream>
#include <set>
#include <string>

#include <nlohmann/json.hpp>

#include "results/outcome/outcome.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/source_folder.hpp"

namespace verbund::report {
namespace {

using Json = nlohmann::json;

Json words_file(const std::string& language) {
    std::ifstream file{test::source_folder() / ("results/report/words/" + language + ".json")};
    return Json::parse(file);
}

/// "table.column" of every table that a results file holds.
template <class Row>
void add_columns(std::set<std::string>& names) {
    for (const auto& column : outcome::columns_of<Row>()) {
        names.insert(std::string{outcome::table_of<Row>().name} + "." + std::string{column.name});
    }
}

std::set<std::string> all_columns() {
    std::set<std::string> names;
    add_columns<outcome::VariantName>(names);
    add_columns<outcome::NamedPlace>(names);
    add_columns<outcome::LinkEnds>(names);
    add_columns<outcome::VariantYear>(names);
    add_columns<outcome::SiteYear>(names);
    add_columns<outcome::AdministrationYear>(names);
    add_columns<outcome::LinkYear>(names);
    const outcome::Run run;
    outcome::for_each_table(run, [&](const auto& /*table*/, const auto& rows) {
        add_columns<typename std::decay_t<decltype(rows)>::value_type>(names);
    });
    return names;
}

TEST_CASE("every column has a German title, and every German title a column", "[words]") {
    const Json titles = words_file("de").at("column");
    std::set<std::string> titled;
    for (const auto& [table, columns] : titles.items()) {
        for (const auto& [column, title] : columns.items()) {
            CAPTURE(table, column);
            CHECK_FALSE(title.get<std::string>().empty());
            titled.insert(table + "." + column);
        }
    }
    CHECK(titled == all_columns());
}

TEST_CASE("both languages have the same groups and ids, apart from titles of columns", "[words]") {
    Json german = words_file("de");
    Json english = words_file("en");
    german.erase("column");
    std::set<std::string> german_ids;
    std::set<std::string> english_ids;
    for (const auto& [group, words] : german.items()) {
        for (const auto& [id, text] : words.items()) german_ids.insert(group + "." + id);
    }
    for (const auto& [group, words] : english.items()) {
        for (const auto& [id, text] : words.items()) english_ids.insert(group + "." + id);
    }
    CHECK(german_ids == english_ids);
}

TEST_CASE("every resource has a word and a short one of at most eight letters", "[words]") {
    for (int code = 0; code < outcome::resource_count; ++code) {
        const std::string_view id = outcome::resource_id(outcome::resource_from_code(code));
        CAPTURE(id);
        CHECK(find_word("resource", id, Language::german));
        CHECK(find_word("resource", id, Language::english));
        CHECK(find_word("resource-short", id, Language::german));
    }
    CHECK(words_file("de").at("resource").size() == outcome::resource_count);
    CHECK(words_file("de").at("resource-short").size() == outcome::resource_count);
}

TEST_CASE("an id without a word stands for itself, printable", "[words]") {
    CHECK_FALSE(find_word("resource", "quantum", Language::german));
    CHECK_FALSE(find_word("no-such-group", "ups", Language::german));
    CHECK(word("resource", "quan\x1b[31mtum", Language::german).find('\x1b') == std::string::npos);
    CHECK(word("resource", "ups", Language::german) == "USV");
    CHECK(word("resource", "ups", Language::english) == "UPS");
}

TEST_CASE("a column's title is German in German and its definition in English", "[words]") {
    CHECK(column_title(outcome::columns_of<outcome::BuildStep>().front(), Language::german) == "Variante");
    CHECK(column_title(outcome::columns_of<outcome::BuildStep>().front(), Language::english) == "variant");
    CHECK(column_title("build", "no-such-column", "a text", Language::german) == "a text");
}

}  // namespace
}  // namespace verbund::report
