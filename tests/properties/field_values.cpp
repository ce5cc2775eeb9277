#include "tests/properties/field_values.hpp"

#include <array>
#include <cmath>
#include <cstdlib>

#include <fmt/format.h>

#include "scenarios/study/fields.hpp"

namespace verbund::properties {
namespace {

using study::Field;
using study::FieldList;
using study::Scalar;
using study::ValueKind;

struct NamedScalar {
    std::string key;
    Scalar scalar;
};

bool can_be_drawn(const Scalar& scalar) {
    return scalar.kind != ValueKind::text && scalar.kind != ValueKind::date;
}

void collect(const FieldList& fields, const std::string& path, std::vector<NamedScalar>& all);

void collect(const Field& field, const std::string& path, std::vector<NamedScalar>& all) {
    if (const auto* scalar = std::get_if<Scalar>(&field.content)) {
        const bool contradicts = path == "estate.growth.memory_per_vm";  // beside `memory`, which is drawn
        if (can_be_drawn(*scalar) && !contradicts) all.push_back({path, *scalar});
    } else if (const auto* group = std::get_if<study::Group>(&field.content)) {
        if (group->present()) collect(group->fields(), path + ".", all);
    } else if (const auto* map = std::get_if<study::Map>(&field.content)) {
        for (const std::string& key : map->present())
            collect(map->entry(key), fmt::format("{}.{}", path, key), all);
    }
}

void collect(const FieldList& fields, const std::string& path, std::vector<NamedScalar>& all) {
    for (const Field& field : fields) collect(field, path + field.key, all);
}

/// `text`, a number with or without a unit, times `factor`.
std::string multiplied(const std::string& text, double factor, bool whole) {
    char* rest = nullptr;
    const double number = std::strtod(text.c_str(), &rest);
    if (rest == text.c_str()) return text;  // auto
    const double product = number * factor;
    return fmt::format("{}{}", whole ? std::round(product) : product, rest);
}

std::string drawn(const Scalar& scalar, unsigned value) {
    constexpr std::array<double, 6> factors{0.1, 0.5, 0.8, 1.25, 2.0, 10.0};
    if (scalar.kind == ValueKind::flag) return value % 2 == 0 ? "true" : "false";
    if (scalar.kind == ValueKind::choice) return scalar.words[value % scalar.words.size()];
    const std::size_t choice = value % (factors.size() + 2);
    if (choice == 0 && scalar.minimum) return *scalar.minimum;
    if (choice == 1 && scalar.maximum) return *scalar.maximum;
    return multiplied(scalar.text(), factors[choice % factors.size()], scalar.kind == ValueKind::whole);
}

}  // namespace

std::string set_field(study::Study& study, const FieldValue& value) {
    std::vector<NamedScalar> all;
    collect(describe(study), "", all);
    const NamedScalar& field = all[value.field % all.size()];
    static_cast<void>(field.scalar.assign(drawn(field.scalar, value.value)));
    return fmt::format("{}: {}", field.key, field.scalar.text());
}

}  // namespace verbund::properties
