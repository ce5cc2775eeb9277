#include "results/report/words/words.hpp"

#include <fstream>
#include <set>
#include <string>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "models/catalog/columns.hpp"
#include "models/continuity/failure_kind.hpp"
#include "models/economics/cost_kind.hpp"
#include "results/outcome/outcome.hpp"
#include "scenarios/study/enum_words.hpp"
#include "scenarios/study/fields.hpp"
#include "sim/availability/cause.hpp"
#include "sim/availability/service_table.hpp"
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
    for (const auto& column : outcome::columns_of<Row>())
        names.insert(std::string{outcome::table_of<Row>().name} + "." + std::string{column.name});
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
            titled.insert(fmt::format("{}.{}", table, column));
        }
    }
    CHECK(titled == all_columns());
}

TEST_CASE("both languages have the same groups and ids, apart from what the tables say in English",
          "[words]") {
    Json german = words_file("de");
    Json english = words_file("en");
    for (const char* group : {"column", "field", "source"}) german.erase(group);
    std::set<std::string> german_ids;
    std::set<std::string> english_ids;
    for (const auto& [group, words] : german.items())
        for (const auto& [id, text] : words.items()) german_ids.insert(fmt::format("{}.{}", group, id));
    for (const auto& [group, words] : english.items())
        for (const auto& [id, text] : words.items()) english_ids.insert(fmt::format("{}.{}", group, id));
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

using Ids = std::set<std::string>;

Ids ids_of_group(const std::string& group) {
    Ids ids;
    const Json words = words_file("de").at(group);
    for (const auto& [id, text] : words.items()) ids.insert(id);
    return ids;
}

template <class Words>
Ids ids_in(const Words& words) {
    return {std::begin(words), std::end(words)};
}

Ids joined(Ids ids, const Ids& more) {
    ids.insert(more.begin(), more.end());
    return ids;
}

/// Those that are made where there is no list of them: tests/e2e/report_sources_test.py.
TEST_CASE("every enumeration that results hold has its words, and no word is left over", "[words]") {
    const Ids days = ids_in(study::EnumWords<study::TypicalDay>::words);
    CHECK(ids_of_group("day") == joined(days, {"year"}));  // all days by their number in the year
    CHECK(ids_of_group("day-short") == ids_of_group("day"));
    CHECK(ids_of_group("mode") == ids_in(study::EnumWords<continuity::ReplicationMode>::words));
    CHECK(ids_of_group("cause") == ids_in(availability::cause_ids));
    CHECK(ids_of_group("group") == ids_in(availability::group_ids));
    Ids costs;
    for (const economics::CostKind kind : economics::all_cost_kinds)
        costs.insert(std::string{economics::cost_kinds[kind].id});
    CHECK(ids_of_group("cost_kind") == costs);
    Ids kinds = joined(ids_in(study::EnumWords<study::CenterRole>::words), ids_in(catalog::access_kinds));
    kinds.erase("center");  // its kind is its role
    CHECK(ids_of_group("kind") == kinds);
    for (const char* group : {"place-many", "place-of-many"})
        CHECK(ids_of_group(group) == ids_of_group("place"));
}

TEST_CASE("every kind of failure has its sentence, and no sentence is left over", "[words]") {
    // A site falls out or is destroyed, whether its hosts stand still at once or later.
    Ids forms{"outage", "destroyed", "still"};
    for (const continuity::FailureKindFacts& kind : continuity::failure_kinds) {
        const bool whole_site = kind.can_be_destroyed() && kind.hosts == continuity::HostsHit::all;
        if (!whole_site) forms.insert(std::string{kind.word});
    }
    Ids told;
    const std::string step = "failure/";
    for (const std::string& id : ids_of_group("drill-step")) {
        if (!id.starts_with(step)) continue;
        const std::string form = id.substr(step.size());
        told.insert(form.substr(0, form.find('/')));  // "duct/one" is of one link
    }
    CHECK(told == forms);
}

/// Paths of the fields that become rows of the table of assumptions: values, with "*" for the name of a
/// thing.
void add_fields(const study::FieldList& fields, const std::string& path, Ids& paths);

void add_content(const study::Field& field, const std::string& path, Ids& paths) {
    if (const auto* group = std::get_if<study::Group>(&field.content))
        add_fields(group->fields(), path, paths);
    else if (const auto* map = std::get_if<study::Map>(&field.content))
        add_content(map->entry("sample"), path + ".*", paths);
    else if (!field.text.empty())
        paths.insert(path);
}

void add_fields(const study::FieldList& fields, const std::string& path, Ids& paths) {
    for (const study::Field& field : fields)
        add_content(field, path.empty() ? field.key : path + "." + field.key, paths);
}

/// Sources of defaults, wherever they stand.
void add_sources(const study::FieldList& fields, Ids& sources) {
    for (const study::Field& field : fields) {
        if (!field.evidence.source.empty()) sources.insert(field.evidence.source);
        if (const auto* group = std::get_if<study::Group>(&field.content))
            add_sources(group->fields(), sources);
        else if (const auto* map = std::get_if<study::Map>(&field.content))
            add_sources({map->entry("sample")}, sources);
    }
}

TEST_CASE("every value of a study has German for its meaning, and every such German a value", "[words]") {
    study::Document document;
    study::Study study;
    Ids paths;
    add_fields(study::describe(document), "", paths);
    add_fields(study::describe(study), "", paths);
    CHECK(paths.size() > 200);
    CHECK(ids_of_group("field") == paths);
}

TEST_CASE("every source of a default has its German, and every such German a default", "[words]") {
    study::Document document;
    study::Study study;
    Ids sources{"stated in the study"};  // of a value that the study gives
    add_sources(study::describe(document), sources);
    add_sources(study::describe(study), sources);
    CHECK(ids_of_group("source") == sources);
}

TEST_CASE("the German of a field is found by its key, whatever the things in it are called", "[words]") {
    const auto german = german_field_text("centers.rz-1.rooms.hall.racks");
    REQUIRE(german);
    CHECK(german_field_text("centers.x.rooms.y.racks") == german);
    CHECK(german_field_text("two-sites:centers.rz-1.rooms.hall.racks") == german);  // in one variant only
    CHECK(german_field_text("backups.group:rz.center"));  // the colon of a group is no variant
    CHECK(german_field_text("seed"));
    CHECK_FALSE(german_field_text("centers.rz-1.rooms.hall"));
    CHECK_FALSE(german_field_text("centers.rz-1.rooms.hall.racks.more"));
    CHECK_FALSE(german_field_text("catalog.figure.hours"));  // names of the catalog are its own
    CHECK_FALSE(german_field_text(""));
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
