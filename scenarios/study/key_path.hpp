#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "scenarios/study/fields.hpp"

/// Values of a study by their dotted paths.
namespace verbund::study {

/// "variant:path" apart; the variant is empty where none is named.
struct VariantPath {
    std::string_view variant;
    std::string_view path;
};
[[nodiscard]] VariantPath take_apart(std::string_view key);

/// The field of a single value that a path means, e.g. "centers.rz.rooms.r1.it_power"; nothing, and why, when
/// there is none: an unknown key, a thing that the study does not have, a section or a list.
struct FoundField {
    std::optional<Field> field;  ///< a `Scalar`
    ParseProblem problem{};
};
[[nodiscard]] FoundField find_value(const FieldList& fields, std::string_view path);

}  // namespace verbund::study
