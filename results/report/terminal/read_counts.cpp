#include "results/report/terminal/read_counts.hpp"

#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "results/report/numbers.hpp"
#include "results/report/text_width.hpp"
#include "results/report/words/words.hpp"

namespace verbund::report {

std::string listed_counts(std::string_view group, const outcome::ReadCounts& counts, const Style& style) {
    std::vector<std::string> parts;
    for (const auto& [code, count] : counts)
        if (count > 0)
            parts.push_back(fmt::format("{} {}", fixed_number(static_cast<double>(count), 0, style),
                                        word(group, code, style.language)));
    return fmt::format("{}", fmt::join(parts, "; "));
}

std::string read_counts_line(const outcome::ReadCounts& counts, const Style& style) {
    const std::string met = listed_counts("replay-read", counts, style);
    if (met.empty()) return {};
    constexpr std::size_t indent = 2;
    return wrap(say(style.language, "Beim Lesen: {}", "Met while reading: {}", met),
                static_cast<std::size_t>(style.width), indent) +
           '\n';
}

}  // namespace verbund::report
