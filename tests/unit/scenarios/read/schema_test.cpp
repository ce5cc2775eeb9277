#include "scenarios/read/schema.hpp"

#include <charconv>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

#include <nlohmann/json.hpp>
#include <valijson/adapters/nlohmann_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validator.hpp>

#include "scenarios/read/starter.hpp"
#include "scenarios/read/study_source.hpp"
#include "scenarios/read/yaml_parser.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/source_folder.hpp"
#include "tests/unit/scenarios/small_study.hpp"

using namespace verbund;
using nlohmann::json;

namespace {

/// A plain scalar as YAML's core schema types it.
json plain_value(const read::YamlNode& node) {
    if (node.is_null()) return nullptr;
    if (node.text == "true" || node.text == "false") return node.text == "true";
    const char* end = node.text.data() + node.text.size();
    long long whole = 0;
    if (const auto r = std::from_chars(node.text.data(), end, whole); r.ec == std::errc{} && r.ptr == end)
        return whole;
    double number = 0.0;
    if (const auto r = std::from_chars(node.text.data(), end, number); r.ec == std::errc{} && r.ptr == end)
        return number;
    return node.text;
}

json to_json(const read::YamlNode& node) {
    if (node.is_scalar()) return node.quoted ? json(node.text) : plain_value(node);
    json result = node.is_map() ? json::object() : json::array();
    for (const read::YamlEntry& entry : node.entries) result[entry.key.text] = to_json(entry.value);
    for (const read::YamlNode& item : node.items) result.push_back(to_json(item));
    return result;
}

class SchemaCheck {
public:
    SchemaCheck() {
        document_ = json::parse(read::json_schema());
        valijson::SchemaParser{valijson::SchemaParser::kDraft7}.populateSchema(
            valijson::adapters::NlohmannJsonAdapter{document_}, schema_);
    }
    bool accepts(const std::string& yaml) {
        Diagnostics mistakes;
        const json value = to_json(read::parse_yaml(yaml, "s.yaml", mistakes));
        valijson::Validator validator;
        return validator.validate(schema_, valijson::adapters::NlohmannJsonAdapter{value}, nullptr);
    }

private:
    json document_;
    valijson::Schema schema_;
};

}  // namespace

TEST_CASE("the JSON Schema accepts the starter, the shipped and the resolved studies", "[schema]") {
    SchemaCheck schema;
    CHECK(schema.accepts(test::small_study));
    CHECK(schema.accepts(test::read_text(test::small_study).resolved_text));
    CHECK(schema.accepts(read::starter_study()));
    for (const std::string& name : read::shipped_studies()) {
        INFO(name);
        CHECK(schema.accepts(read::study_from(name)));
    }
}

TEST_CASE("the JSON Schema refuses what an editor should underline", "[schema]") {
    SchemaCheck schema;
    CHECK_FALSE(schema.accepts(test::spoilt("20 kW", "20 kWh")));
    CHECK_FALSE(schema.accepts(test::spoilt("20 kW", "20")));
    CHECK_FALSE(schema.accepts(test::spoilt("racks: 6", "racks: 0")));
    CHECK_FALSE(schema.accepts(test::spoilt("racks: 6", "rakcs: 6")));
    CHECK_FALSE(schema.accepts(test::spoilt("title: Test\n", "")));
    CHECK_FALSE(schema.accepts(test::spoilt("\"05162024\"", "5162024")));
    CHECK_FALSE(schema.accepts(test::spoilt("standby: warm", "standby: hto")));
    CHECK_FALSE(schema.accepts(test::spoilt("a: {}", "ä: {}")));
    CHECK(schema.accepts(test::spoilt("a: {}", "a: {backups: {north: null}}")));
    const auto priced = [](const std::string& price) {
        return test::spoilt("a: {}", "a: {prices: {" + price + "}}");
    };
    CHECK(schema.accepts(priced("licence: 25 EUR/a, staff-per-site: 1, host-core: null")));
    CHECK_FALSE(schema.accepts(priced("licenc: 25 EUR/a")));
    CHECK_FALSE(schema.accepts(priced("licence: 25 EUR")));
    CHECK_FALSE(schema.accepts(priced("staff-per-site: 1000")));
}

TEST_CASE("the reference page in the repository is up to date", "[schema]") {
    const std::filesystem::path page = test::source_folder() / "scenarios" / "STUDY.md";
    std::ifstream file{page, std::ios::binary};
    std::ostringstream written;
    written << file.rdbuf();
    // After a change of the field table, write the page anew: verbund schema --reference > scenarios/STUDY.md
    CHECK(written.str() == read::reference_page());
}
