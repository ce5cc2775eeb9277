#pragma once

#include <string>
#include <string_view>
#include <utility>

#include <fmt/format.h>

/// How a report looks and in which language it speaks.
namespace verbund::report {

/// What people read in.
enum class Language { german, english };

/// How a text is laid out for who reads it.
struct Style {
    Language language = Language::german;
    bool unicode = true;  ///< false: ASCII only (sparklines, separators; names keep their letters)
    bool colour = false;  ///< ANSI colours; they only repeat what the text says
    int width = 100;      ///< columns of the terminal
};

/// Formats the text of the chosen language.  Both texts take the same arguments, by position.
template <class... Arguments>
[[nodiscard]] std::string say(Language language, std::string_view german, std::string_view english,
                              const Arguments&... arguments) {
    return fmt::format(fmt::runtime(language == Language::german ? german : english), arguments...);
}

/// A unit as people write it ("Gbit/s") from the UDUNITS text of a metric ("Gbit s-1"); "" for "1".
[[nodiscard]] std::string_view display_unit(std::string_view udunits);

}  // namespace verbund::report
