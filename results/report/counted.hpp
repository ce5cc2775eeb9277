#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include <fmt/format.h>

#include "results/report/style.hpp"

/// A number with the thing counted, in the singular for one.
namespace verbund::report {

/// A noun: "center", "centers".
struct Noun {
    std::string_view one;
    std::string_view many;
};

/// "1 center", "3 centers", "0 centers".
[[nodiscard]] inline std::string counted(std::size_t number, const Noun& noun) {
    return fmt::format("{} {}", number, number == 1 ? noun.one : noun.many);
}

[[nodiscard]] inline std::string counted(std::size_t number, Language language, const Noun& german,
                                         const Noun& english) {
    return counted(number, language == Language::german ? german : english);
}

}  // namespace verbund::report
