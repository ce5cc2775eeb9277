#include <string>
#include <vector>

#include "scenarios/study/fields.hpp"
#include "scenarios/study/study.hpp"
#include "tests/support/catch.hpp"

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
