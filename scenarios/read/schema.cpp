#include "scenarios/read/schema.hpp"

#include <algorithm>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "scenarios/study/fields.hpp"

namespace verbund::read {
namespace {

using Json = nlohmann::ordered_json;
using study::Field;
using study::FieldList;
using study::ValueKind;

/// Characters with a meaning in regular expressions, escaped.
std::string escaped(const std::string& text) {
    std::string result;
    for (const char c : text) {
        if (std::string_view{"\\^$.|?*+()[]{}/"}.find(c) != std::string_view::npos) result += '\\';
        result += c;
    }
    return result;
}

std::string quantity_pattern(const std::vector<std::string>& units) {
    std::string any;
    for (const std::string& unit : units) any += (any.empty() ? "" : "|") + escaped(unit);
    return fmt::format("^ *-?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]+)? *({}) *$", any);
}

Json number_schema(const char* type, const study::Scalar& scalar) {
    Json schema{{"type", type}};
    if (scalar.minimum) schema["minimum"] = Json::parse(*scalar.minimum);
    if (scalar.maximum) schema["maximum"] = Json::parse(*scalar.maximum);
    return schema;
}

Json value_schema(const study::Scalar& scalar) {
    switch (scalar.kind) {
        case ValueKind::number:
            return number_schema("number", scalar);
        case ValueKind::whole:
            return number_schema("integer", scalar);
        case ValueKind::flag:
            return {{"type", "boolean"}};
        case ValueKind::date:
            return {{"type", "string"}, {"pattern", "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"}};
        case ValueKind::day_or_year:
            return {{"type", {"string", "integer"}}, {"pattern", "^[0-9]{4}(-[0-9]{2}-[0-9]{2})?$"}};
        case ValueKind::quantity:
            return {{"type", "string"}, {"pattern", quantity_pattern(scalar.words)}};
        case ValueKind::choice:
            return {{"enum", scalar.words}};
        case ValueKind::text:
            break;
    }
    Json schema{{"type", "string"}};
    if (!scalar.pattern.empty()) schema["pattern"] = fmt::format("^({})$", scalar.pattern);
    return schema;
}

/// Writes the schema of fields; in a variant every value may also be null.
class SchemaWriter {
public:
    explicit SchemaWriter(bool in_variant) : in_variant_{in_variant} {}

    [[nodiscard]] Json properties(const FieldList& fields) const {
        Json result = Json::object();
        for (const Field& field : fields) {
            Json schema = std::visit([&](const auto& content) { return schema_of(content); }, field.content);
            if (in_variant_) schema = {{"anyOf", {schema, {{"type", "null"}}}}};
            if (!field.text.empty()) schema["description"] = field.text;
            result[field.key] = std::move(schema);
        }
        return result;
    }

    [[nodiscard]] Json object(const FieldList& fields) const {
        return {{"type", "object"}, {"properties", properties(fields)}, {"additionalProperties", false}};
    }

private:
    [[nodiscard]] static Json or_auto(Json schema, bool automatic) {
        if (!automatic) return schema;
        return {{"anyOf", {std::move(schema), {{"const", "auto"}}}}};
    }
    [[nodiscard]] Json schema_of(const study::Scalar& scalar) const {
        return or_auto(value_schema(scalar), scalar.automatic);
    }
    [[nodiscard]] Json schema_of(const study::List& list) const {
        const Json item = value_schema(list.item);
        const Json items{
            {"type", "array"}, {"items", item}, {"minItems", list.fewest}, {"maxItems", list.most}};
        return or_auto({{"anyOf", {item, items}}}, list.automatic);
    }
    [[nodiscard]] Json schema_of(const study::Group& group) const {
        return or_auto(object(group.fields()), group.automatic);
    }
    [[nodiscard]] Json schema_of(const study::Map& map) const {
        if (!map.known.empty()) return object(entries_of(map));
        const Field sample = map.entry("sample");
        Json entry = std::visit([&](const auto& content) { return schema_of(content); }, sample.content);
        if (in_variant_) entry = {{"anyOf", {std::move(entry), {{"type", "null"}}}}};
        return {{"type", "object"},
                {"patternProperties", {{study::key_pattern(map.keys), std::move(entry)}}},
                {"additionalProperties", false}};
    }

    bool in_variant_;
};

Json variant_schema() {
    study::VariantHead head;
    study::Study study;
    Json schema = SchemaWriter{true}.object(describe(study));
    const Json own = SchemaWriter{false}.properties(describe(head));
    schema["properties"].update(own);
    return schema;
}

/// Its own keys; every other one is a path of the study with its values or with how they are drawn.
Json sweep_schema() {
    study::Sweep sweep;
    study::SweepAxis axis;
    const SchemaWriter writer{false};
    const Json value{{"type", {"string", "number", "boolean"}}};
    const Json values{{"type", "array"}, {"items", value}, {"minItems", 1}};
    return {{"type", "object"},
            {"description", "What `verbund sweep` varies."},
            {"properties", writer.properties(describe(sweep))},
            {"patternProperties",
             {{"^(seed|.*[.].*)$", {{"anyOf", {value, values, writer.object(describe(axis))}}}}}},
            {"additionalProperties", false}};
}

std::vector<std::string> required_keys(const FieldList& fields) {
    std::vector<std::string> keys;
    for (const Field& field : fields)
        if (field.required) keys.push_back(field.key);
    return keys;
}

}  // namespace

std::string json_schema() {
    study::Document document;
    study::Study study;
    const SchemaWriter writer{false};
    Json schema{{"$schema", "http://json-schema.org/draft-07/schema#"},
                {"title", "verbund study"},
                {"type", "object"}};
    schema["properties"] = writer.properties(describe(document));
    schema["properties"].update(writer.properties(describe(study)));
    schema["properties"]["variants"] = {
        {"type", "object"},
        {"description", "What is compared: each variant changes some of the sections."},
        {"minProperties", 1},
        {"patternProperties", {{study::key_pattern(study::KeyRule::id), variant_schema()}}},
        {"additionalProperties", false}};
    schema["properties"]["sweep"] = sweep_schema();
    std::vector<std::string> required = required_keys(describe(document));
    required.emplace_back("variants");
    schema["required"] = required;
    schema["additionalProperties"] = false;
    return schema.dump(2) + "\n";
}

}  // namespace verbund::read
