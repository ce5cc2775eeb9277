#pragma once

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>

#include <fmt/format.h>

#include "results/report/style.hpp"

/// Sentences from the words files: templates with named values, "{value:.1Lf} km von {other}".  A number with
/// `L` has the decimal mark of the language.
namespace verbund::report {

/// The template of the first of `ids` that the group has, with its values; nothing where it has none.
/// Values that it does not name are no error.
[[nodiscard]] std::optional<std::string> tell_values(std::string_view group,
                                                     std::initializer_list<std::string> ids,
                                                     Language language, fmt::format_args values);

/// `tell_values` of `fmt::arg("name", value)` ...
template <class... Values>
[[nodiscard]] std::optional<std::string> tell(std::string_view group, std::initializer_list<std::string> ids,
                                              Language language, const Values&... values) {
    return tell_values(group, ids, language, fmt::make_format_args(values...));
}

/// "42 km (Grenze 100 km)": for a row of which this program has no sentence.
[[nodiscard]] std::string value_and_limit(double value, double limit, std::string_view unit,
                                          Language language);

/// "1.7.2027" and "1 July 2027" of "2027-07-01"; what is no date as it is, printable.
[[nodiscard]] std::string day_text(std::string_view iso, Language language);

}  // namespace verbund::report
