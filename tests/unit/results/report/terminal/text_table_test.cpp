#include "results/report/terminal/text_table.hpp"

#include <sstream>

#include "results/report/text_width.hpp"
#include "tests/support/catch.hpp"

namespace verbund::report {
namespace {

TEST_CASE("the width of a text is what it takes on a terminal", "[report]") {
    CHECK(display_width("Kreis") == 5);
    CHECK(display_width("Größe") == 5);    // seven bytes, five columns
    CHECK(display_width("e\u0301") == 1);  // a letter and a combining accent
    CHECK(display_width("県") == 2);       // wide (Unicode East Asian Width W)
    CHECK(display_width("\xff\xfe") == 2);
}

TEST_CASE("nothing in a name commands the terminal", "[report]") {
    CHECK(printable("a\x1b[31mred\x1b[0mb") == "aredb");
    CHECK(printable("a\x1b]0;title\x07z") == "az");
    CHECK(printable("line\nend\ttab") == "line end tab");
    CHECK(printable("\x07\x7f bell") == " bell");
    CHECK(printable("\u202Eevil") == "evil");  // right-to-left override
    CHECK(printable("\u009b31m") == "31m");    // C1 control sequence introducer
    CHECK(printable("bad \xff byte") == "bad ? byte");
    CHECK(printable("Größe") == "Größe");
}

TEST_CASE("a text that is too wide is cut and marked", "[report]") {
    CHECK(cut_to_width("Rhein-Kreis Neuss", 17, "~") == "Rhein-Kreis Neuss");
    CHECK(cut_to_width("Rhein-Kreis Neuss", 6, "~") == "Rhein~");
    CHECK(cut_to_width("Größenordnung", 5, "\u2026") == "Größ\u2026");
}

TEST_CASE("long sentences are broken at blanks and indented", "[report]") {
    CHECK(wrap("aa bb cc dd", 6, 2) == "aa bb\n  cc\n  dd");
    CHECK(wrap("short", 80, 2) == "short");
    CHECK(wrap("unbreakable-word x", 4, 0) == "unbreakable-word\nx");
}

TEST_CASE("columns line up whatever letters they hold", "[report]") {
    TextTable table{{{{"Ort"}, Align::left}, {{"Zahl", "kW"}, Align::right}}};
    table.add_row({{"Höxter"}, {"5"}});
    table.add_row({{"Ahr"}, {"12,5"}});
    CHECK(table.render({}) ==
          "        Zahl\n"
          "Ort       kW\n"
          "------------\n"
          "Höxter     5\n"
          "Ahr     12,5\n");
}

TEST_CASE("a table stays within the width, colour or not", "[report]") {
    TextTable table{{{{"Nr"}}, {{"Name"}, Align::left}}};
    table.add_row({{"1"}, {std::string(200, 'x'), Emphasis::warning}});
    Style style;
    style.width = 40;
    std::istringstream lines{table.render(style)};
    for (std::string line; std::getline(lines, line);) CHECK(display_width(line) <= 40);
    const std::string plain = table.render(style);
    style.colour = true;
    const std::string coloured = table.render(style);
    CHECK(plain.find('\x1b') == std::string::npos);
    CHECK(coloured.find("\x1b[33m") != std::string::npos);
    CHECK(coloured.find("xxx") != std::string::npos);
}

}  // namespace
}  // namespace verbund::report
