#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json.hpp>

#include "results/report/style.hpp"

/// How the report page's data is written as JSON.
namespace verbund::report::page {

using Json = nlohmann::ordered_json;

/// The number with four significant digits, which is what the page shows; whole numbers below a million stay
/// exact, so that counts are.  Null where there is no number (NaN), "inf" where there is no bound.
[[nodiscard]] Json number(double value);

/// `number` of each value.
[[nodiscard]] Json numbers(const std::vector<double>& values);

/// The values, or a single one where all are the same: most figures of most places stay for years.
[[nodiscard]] Json steady(const std::vector<double>& values);

/// {"de": ..., "en": ...}: a text that the page shows in the language chosen.
[[nodiscard]] Json both(std::string_view german, std::string_view english);

inline constexpr Style german_style{Language::german, true, false, 100};
inline constexpr Style english_style{Language::english, true, false, 100};

/// The JSON as text for a <script> element: "<" is written as \u003c, so that no content ends the element;
/// ill-formed UTF-8 is repaired.
[[nodiscard]] std::string script_text(const Json& json);

}  // namespace verbund::report::page
