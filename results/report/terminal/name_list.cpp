#include "results/report/terminal/name_list.hpp"

#include <algorithm>
#include <cstddef>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "results/report/text_width.hpp"

namespace verbund::report {

std::string name_list(const std::vector<std::string>& names, const Style& style) {
    constexpr std::size_t most = 20;
    std::vector<std::string> shown;
    for (std::size_t i = 0; i < std::min(most, names.size()); ++i) shown.push_back(printable(names[i]));
    std::string text = fmt::format("{}", fmt::join(shown, ", "));
    if (names.size() <= most) return text;
    return say(style.language, "{} und {} weitere", "{} and {} more", text, names.size() - most);
}

}  // namespace verbund::report
