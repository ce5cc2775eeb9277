#include <optional>
#include <string>
#include <vector>

#include "models/base/unit_conversion.hpp"
#include "scenarios/study/fields.hpp"
#include "scenarios/study/study.hpp"
#include "tests/support/catch.hpp"
#include "tests/unit/scenarios/small_study.hpp"

using namespace verbund;
using namespace verbund::study;

namespace {

bool is_numeric(const Scalar& scalar) {
    return scalar.kind == ValueKind::number || scalar.kind == ValueKind::whole ||
           scalar.kind == ValueKind::quantity;
}

/// Calls `visit(path, field, scalar)` for every scalar, and every item of a list, of the whole study.
template <class Visit>
void walk(const FieldList& fields, const std::string& path, const Visit& visit) {
    for (const Field& field : fields) {
        const std::string key = path + field.key;
        if (const auto* scalar = std::get_if<Scalar>(&field.content)) visit(key, field, *scalar);
        if (const auto* list = std::get_if<List>(&field.content)) visit(key, field, list->item);
        if (const auto* group = std::get_if<Group>(&field.content)) walk(group->fields(), key + ".", visit);
        if (const auto* map = std::get_if<Map>(&field.content)) {
            const Field entry = map->entry("sample");
            if (const auto* group = std::get_if<Group>(&entry.content))
                walk(group->fields(), key + ".*.", visit);
        }
    }
}

/// Whether a numeric default could be otherwise: it has evidence and is not left to the run.
bool is_open(const Field& field, const Scalar& scalar) {
    const auto* stated = std::get_if<Scalar>(&field.content);
    const bool automatic = stated != nullptr && stated->automatic && stated->text() == "auto";
    return is_numeric(scalar) && !field.evidence.mark.empty() && !automatic;
}

/// A value that is no number lies within any bounds.
bool lies_within(const std::string& value, const Bounds& bounds) {
    const std::optional<NumberWithUnit> number = number_with_unit(value);
    const std::optional<NumberWithUnit> low = number_with_unit(bounds.low);
    const std::optional<NumberWithUnit> high = number_with_unit(bounds.high);
    if (!number || !low || !high) return true;
    const std::optional<double> least = in_unit(*low, number->unit);
    const std::optional<double> greatest = in_unit(*high, number->unit);
    return least && greatest && *least <= number->value && number->value <= *greatest;
}

}  // namespace

TEST_CASE("every numeric default says how far the truth may lie from it, or why it is fixed", "[bounds]") {
    Study study;
    std::string silent;
    walk(describe(study), "", [&](const std::string& key, const Field& field, const Scalar& scalar) {
        if (is_open(field, scalar) && !field.bounds.stated() && field.bounds.fixed.empty())
            silent += key + " ";
    });
    CAPTURE(silent);
    CHECK(silent.empty());
}

TEST_CASE("the ends of a default's bounds are values that the field takes", "[bounds]") {
    Study study;
    walk(describe(study), "", [](const std::string& key, const Field& field, const Scalar& scalar) {
        if (!field.bounds.stated()) return;
        CAPTURE(key, field.bounds.low, field.bounds.high);
        CHECK(!scalar.assign(field.bounds.low));
        CHECK(!scalar.assign(field.bounds.high));
        CHECK(field.bounds.fixed.empty());
    });
}

TEST_CASE("a value in another unit than its bounds is compared with them", "[bounds]") {
    CHECK(lies_within("50 ms", {"50 ms", "3 min", {}}));
    CHECK(lies_within("2 min", {"50 ms", "3 min", {}}));
    CHECK_FALSE(lies_within("50 ms", {"1 s", "3 min", {}}));
    CHECK_FALSE(lies_within("5 kW", {"1 s", "3 min", {}}));
}

TEST_CASE("every default lies within its bounds", "[bounds]") {
    Study study;
    std::size_t compared = 0;
    walk(describe(study), "", [&](const std::string& key, const Field& field, const Scalar& scalar) {
        if (!field.bounds.stated() || !is_numeric(scalar) || !std::holds_alternative<Scalar>(field.content))
            return;
        CAPTURE(key, scalar.text(), field.bounds.low, field.bounds.high);
        CHECK(lies_within(scalar.text(), field.bounds));
        ++compared;
    });
    CHECK(compared > 100);
}

TEST_CASE("every figure and price that applies lies within its bounds", "[bounds]") {
    std::size_t compared = 0;
    for (const Assumption& value : test::read_text(test::small_study).assumptions) {
        if (!value.bounds.stated()) continue;
        CAPTURE(value.key, value.value, value.bounds.low, value.bounds.high);
        CHECK(lies_within(value.value, value.bounds));
        ++compared;
    }
    CHECK(compared > 100);
}
