#pragma once

#include <string>

#include "scenarios/study/codec.hpp"

/// Texts of a study that must have a form.
namespace verbund::study {

inline constexpr TextRule any_text{};
inline constexpr TextRule name_of_thing{"[A-Za-z0-9][A-Za-z0-9_-]*", "the name of a thing in the study"};
inline constexpr TextRule site_or_group{"(group:)?[A-Za-z0-9][A-Za-z0-9_-]*", "a center or \"group:...\""};
/// A table calculation takes the zero in front off.
[[nodiscard]] inline std::string zero_lost(const std::string& value) {
    const bool digits = value.find_first_not_of("0123456789") == std::string::npos;
    const bool one_less = value.size() == 4 || value.size() == 7;
    return digits && one_less ? "Did you mean \"0" + value + "\"?" : "Check the spelling.";
}
inline constexpr TextRule ags_key{
    "[0-9]{5}|[0-9]{8}", "an AGS key of 5 or 8 digits in quotation marks, e.g. \"05162\"", &zero_lost};
inline constexpr TextRule state_key{"0[1-9]|1[0-6]", "a state key \"01\" to \"16\" in quotation marks"};
inline constexpr TextRule file_name{"[^\\x00-\\x1f]+", "a file name"};
inline constexpr TextRule selector{
    "all|state:(0[1-9]|1[0-6])|ags:[0-9]{2,8}|kind:(district|city|municipality)|[A-Za-z0-9][A-Za-z0-9_-]*",
    "all, an administration, \"state:05\", \"ags:05162\" or \"kind:district\""};

}  // namespace verbund::study
