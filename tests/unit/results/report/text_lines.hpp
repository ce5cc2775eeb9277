#pragma once

#include <sstream>
#include <string>

#include "results/report/text_width.hpp"
#include "tests/support/catch.hpp"

namespace verbund::report::test_text {

/// Checks that no line of a text is wider than a terminal of that many columns.
inline void require_width(const std::string& text, std::size_t width) {
    std::istringstream lines{text};
    for (std::string line; std::getline(lines, line);) {
        CAPTURE(line);
        CHECK(display_width(line) <= width);
    }
}

}  // namespace verbund::report::test_text
